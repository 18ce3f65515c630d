package org.latebind.codegen.s390x;

import java.util.List;
import org.latebind.backend.PerArgumentAbi;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;

/**
 * The calling convention of the 64-bit IBM Z, s390x ABI Supplement, "Function Calling Sequence".
 *
 * <pre>
 * unsigned short                            i16 zeroext
 * struct { char a; short b; }     4 bytes   i32
 * struct { char a[3]; }           3         ptr to a copy: no size of a register
 * __int128                       16         ptr to a copy
 * any record as a result                    ptr to its place
 * </pre>
 *
 * <p>Where floating registers carry arguments, a struct whose one member is floating travels in one, a
 * union does not; which it is, is not seen here: refused.
 */
final class S390Abi extends PerArgumentAbi {
    private static final int WORD = 8;

    private final boolean floatingRegisters;

    S390Abi(boolean floatingRegisters) {
        this.floatingRegisters = floatingRegisters;
    }

    @Override
    public long largestExaminedRecord() {
        return WORD;
    }

    @Override
    protected Passing result(TypeShape.Scalar scalar) {
        return isInRegister(scalar) ? value(scalar) : place(scalar.size(), scalar.align());
    }

    @Override
    protected Passing result(TypeShape.Record record) {
        return place(record.size(), record.align());
    }

    @Override
    protected Passing argument(TypeShape.Scalar scalar) {
        return isInRegister(scalar) ? value(scalar) : copy(scalar.align());
    }

    @Override
    protected Passing argument(TypeShape.Record record) {
        return isInRegister(record) ? one("i" + 8 * record.size(), record) : copy(record.align());
    }

    /** Callers extend to the whole register. */
    private static Passing value(TypeShape.Scalar scalar) {
        if (scalar.scalarClass() != ScalarClass.INTEGER || scalar.size() == WORD) {
            return new Passing.Value(scalar.llvmType(), List.of());
        }
        return new Passing.Value(scalar.llvmType(), List.of(scalar.signed() ? "signext" : "zeroext"));
    }

    private static boolean isInRegister(TypeShape.Scalar scalar) {
        if (scalar.scalarClass() == ScalarClass.VECTOR) {
            throw vectorByValue();
        }
        return scalar.size() <= WORD;
    }

    private boolean isInRegister(TypeShape.Record record) {
        if (record.size() > WORD || Long.bitCount(record.size()) != 1) {
            return false;
        }
        if (floatingRegisters && record.members().size() == 1 && isFloating(record.members().get(0))) {
            throw floatingRecord(record, "passed by value");
        }
        return true;
    }

    private static boolean isFloating(TypeShape.Member member) {
        return member.scalarClass() == ScalarClass.FLOAT || member.scalarClass() == ScalarClass.DOUBLE;
    }

    @Override
    protected VaArgument vaArg(IrWriter out, String list, TypeShape.Scalar scalar) {
        var find = new VaArg(out, list);
        if (!isInRegister(scalar)) {
            return find.behindPointer(scalar.align());
        }
        boolean floating = floatingRegisters && scalar.scalarClass() == ScalarClass.DOUBLE;
        return floating ? find.inFloatingRegister() : find.inGeneralRegister(scalar.size());
    }

    @Override
    protected VaArgument vaArg(IrWriter out, String list, TypeShape.Record record) {
        var find = new VaArg(out, list);
        return isInRegister(record) ? find.inGeneralRegister((int) record.size()) : find.behindPointer(record.align());
    }
}
