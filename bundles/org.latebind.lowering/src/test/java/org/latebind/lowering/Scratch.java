package org.latebind.lowering;

import static org.latebind.lowering.Tree.*;
import java.util.List;
import java.util.Optional;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.target.api.*;
import org.latebind.typed.api.*;

final class Scratch {
    public static void main(String[] a) {
        var t = new Tree();
        var target = new X86Target();
        var settings = target.userSpaceSettings(UserSpaceOptions.defaults());
        var bits = t.struct(INT, 3, UNSIGNED, 7, CHAR, -1, LONG, -1);
        var note = t.declare("note", VOID, INT);
        var clean = t.define("clean", VOID, 1, locals(pointer(INT)),
                evaluate(t.call(note, load(new Lvalue.Dereference(load(local(0, pointer(INT))), QualifiedType.of(INT), AT)))));
        var f = t.define("f", bits, 2, locals(bits, INT),
                evaluate(assign(member(local(0, bits), 0, INT), load(local(1, INT)))),
                evaluate(assign(member(local(0, bits), 1, UNSIGNED), number(5))),
                give(load(local(0, bits))));
        t.define("g", INT, 1, locals(INT, INT, clean, INT, clean),
                declare(1, number(1)),
                when(compare(Rvalue.Comparison.LESS, load(local(0, INT)), number(0)), jump(0)),
                block(declare(2, load(local(0, INT))), when(load(local(0, INT)), jump(0)),
                      when(compare(Rvalue.Comparison.EQUAL, load(local(0, INT)), number(77)), give(number(3)))),
                label(0, evaluate(t.call(note, number(99)))),
                new TypedStatement.Switch(load(local(0, INT)), List.of(
                        new TypedStatement.SwitchCase(java.math.BigInteger.ONE, java.math.BigInteger.TEN, new LabelId(1)),
                        new TypedStatement.SwitchCase(java.math.BigInteger.valueOf(100), java.math.BigInteger.valueOf(1000), new LabelId(2))),
                        Optional.of(new LabelId(3)),
                        block(label(1, give(number(1))), label(2, give(number(2))), label(3, new TypedStatement.Break(AT))), AT),
                give(number(0)));
        var m = new LowerToLlvm().lower(t.unit(target.dataModel()), target, settings, d -> System.out.println(d)).orElseThrow();
        System.out.println(m.text());
    }
}
