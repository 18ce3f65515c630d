package org.latebind.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.latebind.lowering.Tree.AT;
import static org.latebind.lowering.Tree.CHAR;
import static org.latebind.lowering.Tree.DOUBLE;
import static org.latebind.lowering.Tree.INT;
import static org.latebind.lowering.Tree.LONG;
import static org.latebind.lowering.Tree.UNSIGNED;
import static org.latebind.lowering.Tree.VOID;
import static org.latebind.lowering.Tree.assign;
import static org.latebind.lowering.Tree.block;
import static org.latebind.lowering.Tree.compare;
import static org.latebind.lowering.Tree.declare;
import static org.latebind.lowering.Tree.evaluate;
import static org.latebind.lowering.Tree.give;
import static org.latebind.lowering.Tree.jump;
import static org.latebind.lowering.Tree.label;
import static org.latebind.lowering.Tree.load;
import static org.latebind.lowering.Tree.local;
import static org.latebind.lowering.Tree.locals;
import static org.latebind.lowering.Tree.member;
import static org.latebind.lowering.Tree.number;
import static org.latebind.lowering.Tree.pointer;
import static org.latebind.lowering.Tree.when;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latebind.codegen.s390x.S390Target;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.typed.api.LabelId;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Rvalue.ArithmeticOperator;
import org.latebind.typed.api.Rvalue.Comparison;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.TypedStatement;

class LowerToLlvmTest {
    private final Tree tree = new Tree();
    private final List<Diagnostic> problems = new ArrayList<>();

    private String lower() {
        return lower(new X86Target(), UserSpaceOptions.defaults());
    }

    private String lower(TargetDescription target, UserSpaceOptions options) {
        var settings = target.userSpaceSettings(options);
        var module = new LowerToLlvm().lower(tree.unit(target.dataModel(), settings.language()), target, settings, problems::add);
        return module.map(m -> m.text()).orElse("");
    }

    private String body(String function) {
        var text = lower();
        int start = text.indexOf("@" + function + "(");
        int open = text.indexOf("{\n", start);
        return text.substring(open + 2, text.indexOf("\n}", open));
    }

    @Test
    void arithmeticWrapsWithoutFlags() {
        tree.define("add", INT, 2, locals(INT, INT),
                give(Tree.arithmetic(ArithmeticOperator.ADD, load(local(0, INT)), load(local(1, INT)))));
        assertTrue(body("add").contains("add i32 %v"));
        assertFalse(body("add").contains("nsw"));
    }

    @Test
    void shiftCountIsTakenModuloTheWidth() {
        tree.define("shift", INT, 2, locals(INT, INT),
                give(Tree.arithmetic(ArithmeticOperator.SHIFT_LEFT, load(local(0, INT)), load(local(1, INT)))));
        assertTrue(body("shift").contains(", 31"), body("shift"));
    }

    @Test
    void constantsFoldAndDeadBranchesVanish() {
        var missing = tree.declare("missing", VOID);
        tree.define("f", INT, 0, locals(),
                when(compare(Comparison.EQUAL, number(4), number(8)), evaluate(tree.call(missing))), give(number(1)));
        assertEquals("entry:\n  br label %end.1\nend.1:\n  ret i32 1", body("f"));
    }

    @Test
    void bitFieldsTouchNothingOutsideTheirRun() {
        var type = tree.struct(INT, 3, UNSIGNED, 7, CHAR, -1, LONG, -1);
        tree.define("f", VOID, 1, locals(pointer(type)),
                evaluate(assign(member(new org.latebind.typed.api.Lvalue.Dereference(
                        load(local(0, pointer(type))), org.latebind.typed.api.QualifiedType.of(type), AT), 1, UNSIGNED), number(5))));
        var body = body("f");
        assertTrue(body.contains("load i16"), body);
        assertTrue(body.contains("store i16"), body);
        assertFalse(body.contains("i64, ptr"), body);
    }

    @Test
    void cleanupRunsOnEveryWayOut() {
        var clean = tree.declare("clean", VOID, pointer(INT));
        tree.define("f", INT, 1, locals(INT, INT, clean),
                block(declare(1, number(1)), when(load(local(0, INT)), jump(0)),
                        when(compare(Comparison.EQUAL, load(local(0, INT)), number(7)), give(number(3)))),
                label(0, give(number(0))));
        var body = body("f");
        assertEquals(3, body.split("call void @clean", -1).length - 1, body);
    }

    @Test
    void jumpingBackBeforeADeclarationCleansUp() {
        var clean = tree.declare("clean", VOID, pointer(INT));
        tree.define("f", VOID, 1, locals(INT, INT, clean),
                label(0, new TypedStatement.Empty()), declare(1, number(1)), when(load(local(0, INT)), jump(0)));
        var body = body("f");
        assertEquals(2, body.split("call void @clean", -1).length - 1, body);
    }

    @Test
    void largeCaseRangesAreCompared() {
        tree.define("f", INT, 1, locals(INT),
                new TypedStatement.Switch(load(local(0, INT)), List.of(
                        new TypedStatement.SwitchCase(BigInteger.ONE, BigInteger.TEN, new LabelId(1)),
                        new TypedStatement.SwitchCase(BigInteger.valueOf(100), BigInteger.valueOf(1_000_000), new LabelId(2))),
                        Optional.empty(),
                        block(label(1, give(number(1))), label(2, give(number(2)))), AT),
                give(number(0)));
        var body = body("f");
        assertTrue(body.contains("icmp ule i32"), body);
        assertEquals(10, body.split(", label %L1\\b", -1).length - 1, body);
    }

    @Test
    void structsTravelAsTheTargetSays() {
        var type = tree.struct(LONG, -1, LONG, -1);
        tree.define("same", type, 1, locals(type), give(load(local(0, type))));
        assertTrue(lower().contains("define dso_local { i64, i64 } @same(i64 %p0.0, i64 %p0.1)"), lower());
    }

    @Test
    void objectsHaveTheAlignmentThatTheTargetWantsOfSymbols() {
        tree.global("c", CHAR, Linkage.EXTERNAL);
        tree.global("packed", CHAR, Linkage.EXTERNAL, attributes(1));
        tree.global("page", CHAR, Linkage.EXTERNAL, attributes(4096));
        assertTrue(lower().contains("@c = dso_local global i8 zeroinitializer, align 1\n"), lower());
        var even = lower(new S390Target(), UserSpaceOptions.defaults());
        assertTrue(even.contains("@c = dso_local global i8 zeroinitializer, align 2\n"), even);
        assertTrue(even.contains("@packed = dso_local global i8 zeroinitializer, align 1\n"), even);
        assertTrue(even.contains("@page = dso_local global i8 zeroinitializer, align 4096\n"), even);
    }

    @Test
    void weakObjectsOfPositionIndependentCodeMayBeOutOfReach() {
        tree.global("weak", INT, Linkage.EXTERNAL, attributes(0, Flag.WEAK));
        assertTrue(lower().contains("@weak = weak global i32"), lower());
        var fixed = new UserSpaceOptions(Dialect.GNU17, UserSpaceOptions.Optimization.O2, false);
        assertTrue(lower(new X86Target(), fixed).contains("@weak = weak dso_local global i32"));
    }

    private static SymbolAttributes attributes(int alignment, Flag... flags) {
        return new SymbolAttributes(
                Optional.empty(), alignment, Optional.empty(), SymbolAttributes.Visibility.DEFAULT, Optional.empty(),
                Optional.empty(), Set.of(flags));
    }

    @Test
    void whatIsNotSupportedIsToldAndNothingComesOut() {
        var text = new Rvalue.Convert(number(0), pointer(CHAR), AT);
        tree.define("f", DOUBLE, 0, locals(), give(new Rvalue.Builtin(BuiltinFunction.NAN, List.of(text), DOUBLE, AT)));
        assertEquals("", lower());
        assertEquals("LB7001", problems.getFirst().code());
    }

    @Test
    void sameTreeSameBytes() {
        tree.define("f", INT, 1, locals(INT), give(load(local(0, INT))));
        assertEquals(lower(), lower());
    }
}
