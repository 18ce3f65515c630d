package org.latebind.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.kit.Golden;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.LanguageSettings;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.LocalId;
import org.latebind.typed.api.LocalVariable;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StringData;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.TypedStatement;
import org.latebind.typed.api.TypedUnit;
import org.latebind.typed.api.VariableId;

/**
 * Layouts and images as {@code --dump-after layout} shows them. Those of {@code records.c} are gcc's, too: the
 * conformance suites compare random ones with it.
 */
class LaidOutUnitTest {
    private static final Path FILES = Path.of("src/test/resources");
    private static final DataModel MODEL = Targets.model(true, Targets.USUAL);
    private static final Type INT = new Type.Integer(Type.IntegerKind.INT);
    private static final Type CHAR = new Type.Integer(Type.IntegerKind.CHAR);
    private static final Type UNSIGNED_LONG = new Type.Integer(Type.IntegerKind.UNSIGNED_LONG);

    private final List<Diagnostic> problems = new ArrayList<>();

    private LaidOutUnit layOut(TypedUnit unit, DataModel model) {
        return new LayOutUnit(new LayoutProvider(), model, language()).layOut(unit, problems::add, () -> { });
    }

    private static LanguageSettings language() {
        return new LanguageSettings(
                LanguageSettings.Dialect.GNU11, new LanguageSettings.GccVersion(12, 2, 0), true, false, false, false,
                false, true, false, false, false, false, false);
    }

    private static String text(LaidOutUnit unit) throws IOException {
        var out = new StringBuilder();
        assertTrue(new PrintLaidOutUnit().print(unit, Optional.empty(), out));
        return out.toString();
    }

    private static void golden(String name, String text) throws IOException {
        Golden.assertSame(FILES.resolve(name), text);
    }

    private static GlobalVariable variable(int id, String name, Type type, Optional<TypedInitializer> initializer) {
        return new GlobalVariable(
                new VariableId(id), name, name, QualifiedType.of(type), Linkage.EXTERNAL, false, initializer.isPresent(),
                initializer, SymbolAttributes.NONE, Records.at(id + 1));
    }

    private static Type record(String name) {
        return new Type.Record(new RecordId(name));
    }

    /** A unit that only refers to objects of these types. */
    private static TypedUnit objects(Records records, List<Type> types) {
        var variables = IntStream.range(0, types.size())
                .mapToObj(i -> variable(i, "v" + i, types.get(i), Optional.empty())).toList();
        return new TypedUnit("records", records, variables, List.of(), List.of());
    }

    /** A unit whose one function takes a {@code T *} and has one statement. */
    private static TypedUnit function(Records records, Type pointed, Rvalue value) {
        var local = new LocalVariable(
                new LocalId(0), Optional.of("p"), QualifiedType.of(new Type.Pointer(QualifiedType.of(pointed))), 0,
                Optional.empty(), Optional.empty(), false, Records.at(1));
        var block = new TypedStatement.Block(
                List.of(new TypedStatement.Evaluate(value, Records.at(9))), Records.at(1));
        var function = new TypedFunction(
                new FunctionId(0), "f", "f",
                new Type.Function(QualifiedType.of(new Type.Void()), List.of(local.type()), false, true),
                Linkage.EXTERNAL, false, SymbolAttributes.NONE,
                Optional.of(new TypedFunction.Body(List.of(new LocalId(0)), List.of(local), 0, block)), Records.at(1));
        return new TypedUnit("function", records, List.of(), List.of(function), List.of());
    }

    private static Rvalue sizeOf(Type type) {
        return new Rvalue.SizeOf(QualifiedType.of(type), UNSIGNED_LONG, Records.at(9));
    }

    private static Rvalue number(long value, Type type) {
        return new Rvalue.IntegerConstant(BigInteger.valueOf(value), type, Records.at(9));
    }

    private static TypedInitializer single(long value, Type type) {
        return new TypedInitializer.Single(number(value, type));
    }

    // ---- records

    @ParameterizedTest
    @CsvSource({"true, records.layout", "false, records.all-align.layout"})
    void recordsAreLaidOutAsGccDoes(boolean usual, String file) throws IOException {
        var records = new Records(Files.readString(FILES.resolve("records.c")));
        var types = records.declared().stream().<Type>map(Type.Record::new).toList();
        var model = Targets.model(true, usual ? Targets.USUAL : Targets.ALL_ALIGN);
        golden(file, text(layOut(objects(records, types), model)));
        assertEquals(List.of(), problems);
    }

    @Test
    void aRecordIsPrintedByItsTag() throws IOException {
        var records = new Records("struct a { int x; }; struct b { struct a y; };");
        var unit = layOut(objects(records, List.of(record("struct b"))), MODEL);
        var out = new StringBuilder();
        assertTrue(new PrintLaidOutUnit().print(unit, Optional.of("a"), out));
        assertEquals("struct a: 4 bytes, aligned 4\n        0 x\n", out.toString());
        assertTrue(!new PrintLaidOutUnit().print(unit, Optional.of("none"), out));
    }

    // ---- which ones

    @Test
    void whatABodyUsesIsLaidOutWithItsParts() {
        var records = new Records("struct part { char c; }; struct used { struct part p[2]; struct other *o; };"
                + " struct sized { int x; }; struct other { int y; }; struct unused { int z; };");
        var unit = layOut(function(records, record("struct used"), sizeOf(record("struct sized"))), MODEL);
        assertEquals(List.of("struct used", "struct part", "struct sized"),
                unit.records().keySet().stream().map(RecordId::name).toList());
        assertEquals(16, unit.layouts(MODEL).sizeOf(QualifiedType.of(record("struct used"))));
        assertThrows(IllegalStateException.class, () -> unit.layouts(MODEL).layout(new RecordId("struct unused")));
    }

    @Test
    void aPathIsABytesOffsetFromItsRecord() {
        var records = new Records("struct s { long a; struct { int b; union { int c; int d : 3; }; }; };");
        var unit = layOut(objects(records, List.of(record("struct s"))), MODEL);
        var member = unit.layouts(MODEL).member(new FieldPath(new RecordId("struct s"), List.of(1, 1, 1)));
        assertEquals(12, member.byteOffset().bytes());
        assertEquals(3, member.width());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "struct big { char a[1152921504606846976]; char b[1152921504606846976]; };",
        "struct big { struct { char a[1000000000000000000]; } a[2]; };",
        "struct big { long a[9223372036854775807]; };",
    })
    void whatIsTooLargeIsReportedOnceHoweverOftenItIsUsed(String text) {
        var big = record("struct big");
        var use = new Rvalue.Comma(sizeOf(big), sizeOf(big), UNSIGNED_LONG, Records.at(9));
        layOut(function(new Records(text), big, use), MODEL);
        assertEquals(List.of("LB6005"), problems.stream().map(Diagnostic::code).toList(), problems.toString());
    }

    @Test
    void anArrayThatIsTooLargeIsReportedWhereItIsUsed() {
        var row = new Type.Array(QualifiedType.of(CHAR), new Type.ArrayLength.Known(1L << 33));
        var all = new Type.Array(QualifiedType.of(row), new Type.ArrayLength.Known(1L << 33));
        layOut(function(new Records(""), INT, sizeOf(all)), MODEL);
        assertEquals(List.of("LB6005 records.c:9:1"), problems.stream().map(p -> p.code() + " " + p.where()).toList());
    }

    // ---- images

    @ParameterizedTest
    @CsvSource({"true, images.layout", "false, images.big-endian.layout"})
    void imagesAreTheTargetsBytes(boolean littleEndian, String file) throws IOException {
        var records = new Records("struct fields { char a; int b : 4; int c : 9; long d; };"
                + " struct flexible { int n; short list[]; };");
        var fields = new RecordId("struct fields");
        var flexible = new RecordId("struct flexible");
        var text = new StringData(1, List.of((int) 'h', (int) 'i', 0));
        var characters = new Type.Array(QualifiedType.of(CHAR), new Type.ArrayLength.Known(3));
        var pointer = new Type.Pointer(QualifiedType.of(CHAR));
        var shorts = QualifiedType.of(new Type.Integer(Type.IntegerKind.SHORT));
        var variables = List.of(
                variable(0, "fields", new Type.Record(fields), Optional.of(new TypedInitializer.Members(fields, List.of(
                        new TypedInitializer.MemberValue(0, single(7, CHAR)),
                        new TypedInitializer.MemberValue(1, single(5, INT)),
                        new TypedInitializer.MemberValue(2, single(-2, INT)),
                        new TypedInitializer.MemberValue(3, single(1, UNSIGNED_LONG)))))),
                variable(1, "list", new Type.Record(flexible), Optional.of(new TypedInitializer.Members(flexible, List.of(
                        new TypedInitializer.MemberValue(0, single(3, INT)),
                        new TypedInitializer.MemberValue(1, new TypedInitializer.Elements(shorts, List.of(
                                new TypedInitializer.ElementValue(0, 1, single(258, shorts.type())),
                                new TypedInitializer.ElementValue(4, 4, single(0, shorts.type()))))))))),
                variable(2, "text", characters, Optional.of(new TypedInitializer.Text(text))),
                variable(3, "address", pointer, Optional.of(new TypedInitializer.Single(new Rvalue.PointerOffset(
                        new Rvalue.ArrayDecay(new Lvalue.Global(new VariableId(2), QualifiedType.of(characters),
                                Records.at(4)), pointer, Records.at(4)),
                        number(2, INT), false, pointer, Records.at(4))))),
                variable(4, "zero", INT, Optional.of(single(0, INT))));
        var unit = new TypedUnit("images", records, variables, List.of(), List.of());
        golden(file, text(layOut(unit, Targets.model(littleEndian, Targets.USUAL))));
        assertEquals(List.of(), problems);
    }

    @Test
    void whatIsNotConstantIsReportedAtItsPlace() {
        var call = new Rvalue.Load(new Lvalue.Global(new VariableId(1), QualifiedType.of(INT), Records.at(5)), INT, Records.at(5));
        var variables = List.of(
                variable(0, "a", INT, Optional.of(new TypedInitializer.Single(call))), variable(1, "b", INT, Optional.empty()));
        var unit = layOut(new TypedUnit("images", new Records(""), variables, List.of(), List.of()), MODEL);
        assertEquals(List.of("LB6001 records.c:5:1"), problems.stream().map(p -> p.code() + " " + p.where()).toList());
        assertEquals(Map.of(), unit.images());
    }
}
