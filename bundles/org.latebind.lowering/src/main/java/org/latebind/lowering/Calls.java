package org.latebind.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Position;
import org.latebind.target.api.AbiLowering.FunctionAbi;
import org.latebind.target.api.AbiLowering.Passing;
import org.latebind.target.api.AbiLowering.Piece;
import org.latebind.typed.api.ByteOffset;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.Type;

/** Calls, and how their arguments and results travel by the target's calling convention. */
final class Calls {
    private final FunctionLowering fn;
    private final IrTypes types;
    private final Emitter out;

    Calls(FunctionLowering fn) {
        this.fn = fn;
        this.types = fn.types();
        this.out = fn.out();
    }

    /** A call whose result is a scalar, a vector or void. */
    Operand scalar(Rvalue.Call call) {
        if (IrTypes.isVector(call.type())) {
            var place = fn.expressions().temporary(QualifiedType.of(call.type()));
            call(call, Optional.of(place));
            return fn.places().load(place);
        }
        var result = call(call, Optional.empty());
        if (types.isVoid(call.type())) {
            return Operand.VOID;
        }
        return result;
    }

    void discard(Rvalue.Call call) {
        boolean inMemory = IrTypes.isVector(call.type()) || !types.isScalar(call.type()) && !types.isVoid(call.type());
        call(call, inMemory ? Optional.of(fn.expressions().temporary(QualifiedType.of(call.type()))) : Optional.empty());
    }

    /** A call whose struct, union or vector result goes to {@code place}, which the callee must not know. */
    void into(Rvalue.Call call, Place.Memory place) {
        call(call, Optional.of(place));
    }

    private Operand call(Rvalue.Call call, Optional<Place.Memory> destination) {
        var abi = fn.unit().abiOf(call.signature(), call.arguments(), call.at());
        if (destination.isEmpty() && abi.result() instanceof Passing.Memory) {
            // A scalar too wide for the registers of this convention.
            var place = fn.expressions().temporary(QualifiedType.of(call.type()));
            call(call, abi, Optional.of(place));
            return fn.places().load(place);
        }
        return call(call, abi, destination);
    }

    private Operand call(Rvalue.Call call, FunctionAbi abi, Optional<Place.Memory> destination) {
        var direct = directCallee(call.callee());
        var callee = direct.map(id -> fn.unit().callee(id))
                .orElseGet(() -> fn.expressions().scalar(call.callee()).text());
        var signature = call.signature();
        var arguments = arguments(call.arguments(), abi.arguments());
        destination.ifPresent(place -> {
            if (abi.result() instanceof Passing.Memory memory) {
                arguments.add(0, FunctionLowering.with("ptr", memory.attributes()) + " " + place.pointer().text());
            }
        });
        boolean ellipsis = signature.variadic() || !signature.prototype();
        var type = resultType(abi.result());
        if (ellipsis) {
            type += " (" + parameterTypes(abi.result(), abi.arguments(), signature) + "...)";
        }
        var text = "call " + resultHead(abi) + type + " " + callee + "(" + String.join(", ", arguments) + ")"
                + mark(direct, call.at());
        var result = emit(text, resultType(abi.result()));
        destination.ifPresent(place -> storeResult(abi.result(), result, place));
        if (direct.isPresent() && fn.unit().function(direct.get()).attributes().is(Flag.NORETURN)) {
            out.terminate("unreachable");
        }
        return result;
    }

    private Operand emit(String text, String type) {
        if (type.equals("void")) {
            out.effect(text);
            return Operand.VOID;
        }
        return out.value(type, text);
    }

    /** Code generation has to be able to name the place of a call that must not survive. */
    private String mark(Optional<FunctionId> direct, Position at) {
        if (direct.isEmpty()) {
            return "";
        }
        var attributes = fn.unit().function(direct.get()).attributes();
        return attributes.errorMessage().isPresent() || attributes.warningMessage().isPresent()
                ? fn.unit().module().location(at)
                : "";
    }

    private static Optional<FunctionId> directCallee(Rvalue callee) {
        return switch (callee) {
            case Rvalue.AddressOf(Lvalue.Function f, var type, var at) -> Optional.of(f.function());
            case Rvalue.AddressOf(Lvalue.Dereference d, var type, var at) -> directCallee(d.pointer());
            default -> Optional.empty();
        };
    }

    /** The LLVM type of a function's result. */
    static String resultType(Passing result) {
        return switch (result) {
            case Passing.Ignored i -> "void";
            case Passing.Memory m -> "void";
            case Passing.Value value -> value.llvmType();
            case Passing.Registers registers -> registers.pieces().size() == 1
                    ? registers.pieces().get(0).llvmType()
                    : registers.pieces().stream().map(Piece::llvmType).collect(Collectors.joining(", ", "{ ", " }"));
        };
    }

    /** What stands between {@code call} and the result's type: calling convention, attributes; a space behind each. */
    static String resultHead(FunctionAbi abi) {
        return conventionHead(abi) + resultAttributes(abi);
    }

    static String conventionHead(FunctionAbi abi) {
        return abi.convention().isEmpty() ? "" : abi.convention() + " ";
    }

    static String resultAttributes(FunctionAbi abi) {
        return abi.result() instanceof Passing.Value value && !value.attributes().isEmpty()
                ? String.join(" ", value.attributes()) + " "
                : "";
    }

    /** The declared part of a variadic function's type, each type with a comma behind it. */
    private String parameterTypes(Passing result, List<Passing> arguments, Type.Function signature) {
        var list = new ArrayList<String>();
        if (result instanceof Passing.Memory) {
            list.add("ptr");
        }
        int fixed = signature.prototype() ? Math.min(signature.parameters().size(), arguments.size()) : 0;
        arguments.subList(0, fixed).forEach(a -> list.addAll(passedTypes(a)));
        return list.stream().map(t -> t + ", ").collect(Collectors.joining());
    }

    static List<String> passedTypes(Passing passing) {
        return switch (passing) {
            case Passing.Ignored i -> List.of();
            case Passing.Value value -> List.of(value.llvmType());
            case Passing.Registers registers ->
                registers.pieces().stream().map(Piece::llvmType).toList();
            case Passing.Memory m -> List.of("ptr");
        };
    }

    /** Evaluates arguments as gcc does, the last one first. */
    private List<String> arguments(List<Rvalue> values, List<Passing> passings) {
        var texts = new ArrayList<List<String>>();
        for (int i = values.size() - 1; i >= 0; i--) {
            texts.add(argument(values.get(i), passings.get(i)));
        }
        var list = new ArrayList<String>();
        for (int i = texts.size() - 1; i >= 0; i--) {
            list.addAll(texts.get(i));
        }
        return list;
    }

    private List<String> argument(Rvalue value, Passing passing) {
        return switch (passing) {
            case Passing.Ignored i -> {
                fn.expressions().discard(value);
                yield List.of();
            }
            case Passing.Value scalar ->
                List.of(FunctionLowering.with(scalar.llvmType(), scalar.attributes()) + " " + single(value, scalar).text());
            case Passing.Registers registers -> {
                var place = recordPlace(value);
                yield registers.pieces().stream()
                        .map(piece -> loadPiece(piece, place).typed())
                        .toList();
            }
            case Passing.Memory memory -> {
                var place = recordPlace(value);
                if (memory.attributes().stream().noneMatch(a -> a.startsWith("byval"))
                        || place.alignment() < memory.align()) {
                    place = copyOf(place, memory.align());
                }
                yield List.of(FunctionLowering.with("ptr", memory.attributes()) + " " + place.pointer().text());
            }
        };
    }

    private Place.Memory recordPlace(Rvalue value) {
        return types.isScalar(value.type())
                ? fn.expressions().intoTemporary(value, QualifiedType.of(value.type()))
                : fn.expressions().aggregate(value);
    }

    private Place.Memory copyOf(Place.Memory place, int leastAlignment) {
        var type = QualifiedType.of(place.type().type());
        int alignment = Math.max(leastAlignment, types.alignment(type));
        var copy = new Place.Memory(out.alloca(types.object(type), alignment), alignment, type);
        fn.places().copy(copy, place, types.size(type));
        return copy;
    }

    /** One LLVM value: a scalar, a transparent union's first member, or a decayed va_list. */
    private Operand single(Rvalue value, Passing.Value passing) {
        if (types.isScalar(value.type())) {
            var operand = fn.expressions().scalar(value);
            if (IrTypes.isVector(value.type())) {
                return fn.conversions().bits(operand, passing.llvmType());
            }
            if (!operand.type().equals(passing.llvmType()) && operand.isPointer() && passing.llvmType().startsWith("ptr")) {
                return fn.conversions().pointerBits(operand, passing.llvmType());
            }
            return operand;
        }
        var place = fn.expressions().aggregate(value);
        return value.type() instanceof Type.VaList
                ? place.pointer()
                : out.load(passing.llvmType(), place.pointer(), place.alignment(), false);
    }

    private Operand loadPiece(Piece piece, Place.Memory place) {
        long wide = bytes(piece.llvmType());
        var offset = new ByteOffset(piece.offset());
        long alignment = Places.commonAlignment(place.alignment(), offset);
        var source = out.offset(place.pointer(), offset);
        if (wide <= piece.size()) {
            return out.load(piece.llvmType(), source, alignment, false);
        }
        // The bytes behind the record need not be readable.
        var copy = out.alloca(piece.llvmType(), 16);
        fn.intrinsics().copy(
                "memcpy", copy, 16, source, alignment, Operand.integer(types.pointerBits(), piece.size()), false);
        return out.load(piece.llvmType(), copy, 16, false);
    }

    void storePiece(Piece piece, Operand value, Operand record, int alignment) {
        long wide = bytes(piece.llvmType());
        var offset = new ByteOffset(piece.offset());
        long at = Places.commonAlignment(alignment, offset);
        var target = out.offset(record, offset);
        if (wide <= piece.size()) {
            out.store(value, target, at, false);
            return;
        }
        var copy = out.alloca(piece.llvmType(), 16);
        out.store(value, copy, 16, false);
        fn.intrinsics().copy(
                "memcpy", target, at, copy, 16, Operand.integer(types.pointerBits(), piece.size()), false);
    }

    private long bytes(String llvmType) {
        if (llvmType.startsWith("<") || llvmType.startsWith("[")) {
            // <2 x float>, [2 x i64]
            var parts = llvmType.substring(1, llvmType.length() - 1).split(" x ");
            return Long.parseLong(parts[0].trim()) * bytes(parts[1].trim());
        }
        return switch (llvmType) {
            case "half", "bfloat" -> 2;
            case "float" -> 4;
            case "double" -> 8;
            case "x86_fp80" -> 10;
            case "fp128" -> 16;
            default -> llvmType.startsWith("ptr")
                    ? types.model().pointer().size()
                    : (new Operand(llvmType, "").bits() + 7) / 8;
        };
    }

    /** A record as the LLVM value in which a function returns it. */
    Operand loadPieces(List<Piece> pieces, Place.Memory place) {
        if (pieces.size() == 1) {
            return loadPiece(pieces.get(0), place);
        }
        var type = pieces.stream().map(Piece::llvmType).collect(Collectors.joining(", ", "{ ", " }"));
        var value = new Operand(type, "poison");
        for (int i = 0; i < pieces.size(); i++) {
            var piece = loadPiece(pieces.get(i), place);
            value = out.value(type, "insertvalue " + value.typed() + ", " + piece.typed() + ", " + i);
        }
        return value;
    }

    private void storeResult(Passing passing, Operand result, Place.Memory place) {
        int alignment = (int) place.alignment();
        switch (passing) {
            case Passing.Ignored i -> {}
            case Passing.Memory m -> {}
            case Passing.Value value -> out.store(result, place.pointer(), alignment, false);
            case Passing.Registers registers -> {
                var pieces = registers.pieces();
                for (int i = 0; i < pieces.size(); i++) {
                    var piece = pieces.get(i);
                    var value = pieces.size() == 1
                            ? result
                            : out.value(piece.llvmType(), "extractvalue " + result.typed() + ", " + i);
                    storePiece(piece, value, place.pointer(), alignment);
                }
            }
        }
    }

    /** {@code function(pointer)}, the result unused. */
    void cleanup(FunctionId function, Operand pointer, Position at) {
        var type = fn.unit().function(function).type();
        var abi = fn.unit().abiOf(type, List.of(), at);
        emit(
                "call " + resultHead(abi) + resultType(abi.result()) + " " + fn.unit().callee(function) + "("
                        + pointer.typed() + ")" + mark(Optional.of(function), at),
                resultType(abi.result()));
    }

    /** Where the next variable argument's value is. */
    Place.Memory vaArg(Rvalue.VaArg arg) {
        var list = fn.places().memory(arg.list()).pointer();
        var type = QualifiedType.of(arg.type());
        var found = fn.unit().abi().vaArg(out, list.text(), types.shape(type));
        return new Place.Memory(new Operand("ptr", found.pointer()), found.align(), type);
    }
}
