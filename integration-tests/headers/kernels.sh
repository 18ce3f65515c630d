#!/bin/sh
# Every kernel: fetched, ingested, each header's fate and each layout told; a table of all of it.
#
#   kernels.sh [FOLDER]      reports, header data and packages are kept there; by default a temporary folder
#
# KERNELS has lines "suite architecture [flavor]" of which the newest kernel is taken; by default those below.
# gcc is asked about what is not ingested (against-gcc.sh): of the version that built the kernel where that is installed
# (x86_64-linux-gnu-gcc-12, ...), else the machine's own for the architecture; where there is none that column is '-'.
# GCC names others: in 'gcc-{version}-{arch}' version (12) and Debian's architecture (amd64) are put in.
# A suite or a kernel that the archive does not have is skipped, told and counted.
# Exit status 1: a layout differs, gcc takes what is not taken here, or header data is larger than 10 MB.
set -u
here=$(cd "$(dirname "$0")" && pwd)
latebind=${LATEBIND:-$here/../../latebind}
kernels=${KERNELS:-"bullseye amd64
bookworm amd64
bookworm amd64 rt
bookworm amd64 cloud
trixie amd64
sid amd64
bookworm arm64
sid arm64
trixie riscv64"}
largest=10000000
folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

gcc_of() { # ARCHITECTURE VERSION: the compiler, or nothing
  if [ -n "${GCC:-}" ]; then
    set -- "$(echo "$GCC" | sed "s/{version}/$2/;s/{arch}/$1/")"
  else
    case $1 in
      amd64) set -- "x86_64-linux-gnu-gcc-$2" x86_64-linux-gnu-gcc ;;
      arm64) set -- "aarch64-linux-gnu-gcc-$2" aarch64-linux-gnu-gcc ;;
      riscv64) set -- "riscv64-linux-gnu-gcc-$2" riscv64-linux-gnu-gcc ;;
    esac
  fi
  command -v "$@" | head -1
}

count() { # COUNT WORDS: the number before these words in the report
  sed -n "s/.*[ (]\([0-9,]*\) $1.*/\1/p" "$report" | head -1
}

kernel() { # SUITE ARCHITECTURE FLAVOUR: one row
  "$latebind" fetch --suite "$1" --arch "$2" ${3:+--flavour "$3"} -o "$folder" >"$folder/fetched" || {
    echo "SKIPPED: $1 $2 $3" >&2
    skipped=$((skipped + 1))
    return
  }
  own=$(cat "$folder/fetched")
  release=$(basename "$own")
  report=$own/report
  khd=$own/$release.khd
  echo "$1 $release" >&2
  /usr/bin/time -f '%e %M' -o "$own/time" "$latebind" ingest -o "$khd" "$own"/*.deb || { failed=$((failed + 1)); return; }
  read -r seconds kilobytes <"$own/time"
  ln -sf "$(basename "$own"/vmlinu*)" "$own/$release.btf"
  "$latebind" run check-layouts "$khd" "$own/$release.btf" --dump-after unite-headers,check-layouts >"$report" ||
    failed=$((failed + 1))
  gcc=$(gcc_of "$2" "$("$latebind" show "$khd" | sed -n 's/^compiler: .*gcc\(-\| (.*) \)\([0-9]*\).*/\2/p')")
  taken=-
  if [ -n "$gcc" ]; then
    LATEBIND=$latebind GCC=$gcc REPORT=$report "$here/against-gcc.sh" "$khd" "$own"/*.deb >"$own/gcc" || {
      cat "$own/gcc" >&2
      failed=$((failed + 1))
    }
    taken=$(grep -c 'taken by gcc' "$own/gcc")
  fi
  bytes=$(stat -c %s "$khd")
  [ "$bytes" -le $largest ] || { echo "$release: header data of $bytes bytes" >&2; failed=$((failed + 1)); }
  echo "$release|$(count ingested)|$(count textual)|$(count refused)|${gcc:+$("$gcc" -dumpversion)}|$taken|$(count definitions)|$(count 'members and')|$(
    sed -n 's/.*(\(.*\) %) are in the headers.*/\1/p' "$report" | tr '\n' ' ')|$(count mismatches)|$(count 'with the same name')|$(
    count 'for other')|$(count 'only declared in')|$((bytes / 1000))|$seconds|$((kilobytes / 1024))" >>"$folder/rows"
}

skipped=0
failed=0
echo 'kernel|ingested|textual|refused|gcc|taken by gcc|definitions|members|% of enum struct typedef union|mismatches|same name, different type|alternatives|only declared|kB|s|MiB' >"$folder/rows"
while read -r suite architecture flavor; do
  kernel "$suite" "$architecture" "$flavor" </dev/null
done <<END
$kernels
END
column -t -s '|' "$folder/rows" 2>/dev/null || cat "$folder/rows"
echo "$skipped kernels skipped, $failed failures"
[ $failed -eq 0 ]
