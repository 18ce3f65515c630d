#!/bin/sh
# Headers that Latebind does not take as they are: does gcc take them, with the kernel's own flags?
#
#   against-gcc.sh KERNEL.khd PACKAGE.deb...      the header packages that the .khd was made from
#
# Prints a table row of counts, and each header that gcc takes and Latebind does not; such a one is an error.
# GCC names another gcc (aarch64-linux-gnu-gcc-12, ...). Options that this gcc does not know are left out.
# REPORT is a file with the output of 'dump unite-headers check-headers' where that was made before.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
latebind=${LATEBIND:-$here/../../latebind}
gcc=${GCC:-gcc}
khd=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for deb in "$@"; do
  dpkg-deb -x "$deb" "$work/tree"
done
if [ -n "${REPORT:-}" ]; then
  cp "$REPORT" "$work/report"
else
  "$latebind" dump unite-headers check-headers "$khd" >"$work/report" 2>"$work/problems" || { cat "$work/problems" >&2; exit 2; }
fi
"$latebind" show "$khd" >"$work/summary"

field() { sed -n "s/^$1: //p" "$work/summary"; }

accepts() { printf 'int x;\n' | "$gcc" "$1" -fsyntax-only -xc - 2>/dev/null; }

# --- the command line that kbuild would give
for flag in $("$latebind" show "$khd" flags); do
  case $flag in
    -W* | -fplugin* | -fmacro-prefix-map* | -ffile-prefix-map* | --param* | -Wp*) ;;
    *) accepts "$flag" && printf '%s\n' "$flag" >>"$work/flags" ;;
  esac
done
trees=$(cd "$work/tree/usr/src" && ls -d linux-headers-*)
for folder in $(field 'include path'); do
  # stands for the compiler's own headers
  [ "$folder" = compiler/include ] && printf -- '-isystem\n%s\n' "$("$gcc" -print-file-name=include)" >>"$work/flags"
  for tree in $trees; do
    [ -d "$work/tree/usr/src/$tree/$folder" ] && printf -- '-I%s\n' "$work/tree/usr/src/$tree/$folder" >>"$work/flags"
  done
done
for definition in $(field definition); do
  printf -- '-D%s\n' "$definition" >>"$work/flags"
done
for header in $(field 'forced headers'); do
  for tree in $trees; do
    file=$work/tree/usr/src/$tree/$header
    [ -f "$file" ] || file=$work/tree/usr/src/$tree/include/$header
    [ -f "$file" ] && printf -- '-include\n%s\n' "$file" >>"$work/flags" && break
  done
done
printf -- '%s\n' -nostdinc -D__KERNEL__ -DMODULE '-DKBUILD_MODNAME="x"' '-DKBUILD_BASENAME="x"' -D__KBUILD_MODNAME=kmod_x \
  -w -xc >>"$work/flags"

takes() { # whether gcc compiles a unit with the header of that path, after linux/module.h
  for tree in $trees; do
    file=$work/tree/usr/src/$tree/$1
    if [ -f "$file" ]; then
      printf '#include <linux/module.h>\n#include "%s"\n' "$file" >"$work/unit.c"
      tr '\n' '\0' <"$work/flags" | xargs -0 "$gcc" -fsyntax-only "$work/unit.c" 2>"$work/said"
      return
    fi
  done
  return 1
}

takes include/linux/module.h || takes include/linux/kernel.h || {
  echo "gcc cannot be asked: it does not take linux/module.h itself:" >&2
  head -5 "$work/said" >&2
  exit 2
}
wrong=0
grep -E '^(textual|refused) ' "$work/report" >"$work/left" || true
while read -r kind path reason; do
  if takes "$path"; then
    echo "$kind here, and taken by gcc: $path ($reason)"
    wrong=$((wrong + 1))
  fi
done <"$work/left"
grep ' headers: ' "$work/report"
[ $wrong -eq 0 ] || { echo "$wrong headers that gcc takes"; exit 1; }
