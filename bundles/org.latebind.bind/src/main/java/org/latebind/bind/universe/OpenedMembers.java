package org.latebind.bind.universe;

import java.util.ArrayList;
import java.util.List;
import org.latebind.bind.universe.ShapeOfType.Member;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * The members of a record, those of the records without a tag in it included.
 *
 * <p>A record that has two members of the next one, and so on, has no end of them: so there is a bound.
 */
final class OpenedMembers {
    /** Characters of members' names; the most of a kernel's are 5,000. */
    private static final int MOST = 1 << 17;

    private final List<Member> members = new ArrayList<>();
    private int characters;

    /** Told of each member that is looked at, whether it is one of those that are added or not. */
    void visit(String prefix, int name) {
        characters += prefix.length() + name + 1;
        if (characters > MOST) {
            throw DiagnosticException.refused(Diagnostic.error("LB5213",
                    "a record has too many members in records without a tag: their names have more than " + MOST + " characters"));
        }
    }

    void add(Member member) {
        members.add(member);
    }

    List<Member> all() {
        return members;
    }
}
