package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Appliance;
import org.latebind.kit.Command;

/**
 * For a kernel with indirect branch tracking every function whose address is taken begins with endbr64.
 * Emulated processors do not track branches, so a boot would not tell: the modules are read, by readelf.
 */
class IndirectBranchTest {
    private static final byte[] ENDBR64 = {(byte) 0xf3, 0x0f, 0x1e, (byte) 0xfa};
    private static final int FEWEST_FUNCTIONS = 3;

    private static final Pattern SECTION = Pattern.compile("^ +\\[ *(\\d+)\\] (\\S+) +\\S+ +[0-9a-f]+ ([0-9a-f]+) .*");
    private static final Pattern FUNCTION = Pattern.compile("^ *\\d+: ([0-9a-f]+) +\\d+ FUNC +\\S+ +\\S+ +(\\d+) (\\S+)$");
    private static final Pattern RELOCATED = Pattern.compile("^Relocation section '\\.rela(\\S+)'.*");
    private static final Pattern RELOCATION =
            Pattern.compile("^[0-9a-f]+ +[0-9a-f]+ (R_X86_64_\\w+) +([0-9a-f]+) (\\S+) ([+-]) ([0-9a-f]+)$");

    /** Where code or data refers to an address to use it; other sections list places for the kernel to patch. */
    private static final Pattern HOLDS_ADDRESSES =
            Pattern.compile("(\\.init|\\.exit)?\\.(text|data|rodata)(\\..*)?|\\.gnu\\.linkonce\\.this_module");

    /** A place in a section, the section by its name. */
    private record Place(String section, long offset) {}

    @Test
    void functionsWhoseAddressIsTakenBeginWithEndbr64() throws Exception {
        var tracking = new ArrayList<RealKernels.Kernel>();
        var kernels = RealKernels.kernels();
        var appliance = Appliance.shared();
        for (var kernel : kernels) {
            var shown = appliance.run("show", kernel.headerData(), "CONFIG_X86_KERNEL_IBT");
            if (shown.out().strip().equals("CONFIG_X86_KERNEL_IBT=y")) {
                tracking.add(kernel);
            }
        }
        assertFalse(tracking.isEmpty(), "no kernel that tracks indirect branches");
        for (var kernel : tracking) {
            for (var module : List.of("latebind_example", "acpi_call", "vpoll")) {
                check(kernel.modules().resolve(module + ".ko"));
            }
        }
    }

    private static void check(Path module) throws Exception {
        var bytes = Files.readAllBytes(module);
        var offsets = new HashMap<String, Integer>();
        var functions = new TreeMap<String, Place>();
        read(module, offsets, functions);
        var taken = new TreeSet<String>();
        var addresses = addresses(module, functions);
        for (var function : functions.entrySet()) {
            if (addresses.contains(function.getValue())) {
                taken.add(function.getKey());
                int at = offsets.get(function.getValue().section()) + (int) function.getValue().offset();
                assertArrayEquals(ENDBR64, Arrays.copyOfRange(bytes, at, at + ENDBR64.length),
                        function.getKey() + " in " + module);
            }
        }
        assertTrue(taken.size() >= FEWEST_FUNCTIONS, "addresses taken in " + module + ": " + taken);
    }

    private static void read(Path module, Map<String, Integer> offsets, Map<String, Place> functions) throws Exception {
        var names = new HashMap<String, String>();
        for (var line : readelf("-SsW", module).lines().toList()) {
            var section = SECTION.matcher(line);
            var function = FUNCTION.matcher(line);
            if (section.matches()) {
                names.put(section.group(1), section.group(2));
                offsets.put(section.group(2), Integer.parseInt(section.group(3), 16));
            } else if (function.matches()) {
                functions.put(function.group(3),
                        new Place(names.get(function.group(2)), Long.parseLong(function.group(1), 16)));
            }
        }
    }

    private static Set<Place> addresses(Path module, Map<String, Place> functions) throws Exception {
        var found = new HashSet<Place>();
        var in = "";
        for (var line : readelf("-rW", module).lines().toList()) {
            var start = RELOCATED.matcher(line);
            var relocation = RELOCATION.matcher(line);
            if (start.matches()) {
                in = start.group(1);
            } else if (relocation.matches() && HOLDS_ADDRESSES.matcher(in).matches()) {
                long addend = Long.parseLong(relocation.group(5), 16) * (relocation.group(4).equals("-") ? -1 : 1);
                var symbol = functions.getOrDefault(relocation.group(3), new Place(relocation.group(3), 0));
                switch (relocation.group(1)) {
                    case "R_X86_64_64", "R_X86_64_32S" ->
                        found.add(new Place(symbol.section(), symbol.offset() + addend));
                    // Of a lea, whose last four bytes these are; calls have relocations of their own.
                    case "R_X86_64_PC32" -> found.add(new Place(symbol.section(), symbol.offset() + addend + 4));
                    default -> { }
                }
            }
        }
        return found;
    }

    private static String readelf(String option, Path module) throws Exception {
        return Command.of(module.getParent(), "readelf", option, module.toString()).run().done();
    }
}
