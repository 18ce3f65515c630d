package org.latebind.kmod;

import java.util.ArrayList;
import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.elf.Bytes;

/**
 * The aliases of one module in the order of file2alias.c, and what it says about entries that become none.
 *
 * <p>Since 6.13 it leaves out an alias that the module already has, and its buffers are 256 bytes and no longer 500.
 */
final class DeviceAliases {
    /** {@code ALIAS_SIZE} of file2alias.c before 6.13. */
    private static final int OLD_SIZE = 500;

    private final List<String> aliases = new ArrayList<>();
    private final ModpostVersion modpost;
    private final Refusal refusal;

    DeviceAliases(ModpostVersion modpost, Refusal refusal) {
        this.modpost = modpost;
        this.refusal = refusal;
    }

    List<String> inOrder() {
        return List.copyOf(aliases);
    }

    ModpostVersion modpost() {
        return modpost;
    }

    void add(String alias) {
        if (modpost.keepsDuplicates() && alias.length() >= OLD_SIZE) {
            refuse("the alias '" + alias.substring(0, 40) + "...' is longer than kbuild can make it");
        } else if (alias.chars().anyMatch(c -> c == '"' || c == '\\' || c == '\n')) {
            refuse("the alias '" + alias + "' has a character that kbuild cannot write into a string");
        } else if (modpost.keepsDuplicates() || !aliases.contains(alias)) {
            aliases.add(alias);
        }
    }

    /** An alias that matches whatever a later kernel appends. */
    void addOpen(String alias) {
        add(alias.endsWith("*") ? alias : alias + "*");
    }

    /** An entry that kbuild warns of and leaves out. */
    void leaveOut(String why) {
        refusal.report(Diagnostic.warning("LB8022", Position.NONE, why + ": the entry does not load the module automatically"));
    }

    /** An entry that kbuild does not build either. */
    void refuse(String why) {
        refusal.error("LB8023", why, "kbuild cannot make an alias of this entry; correct the device table");
    }

    /** As much of an alias as C's {@code %s} prints. */
    static String text(Bytes bytes, long at) {
        var result = new StringBuilder();
        for (long i = at; i < bytes.size() && bytes.u8(i) != 0; i++) {
            result.append((char) bytes.u8(i));
        }
        return result.toString();
    }
}
