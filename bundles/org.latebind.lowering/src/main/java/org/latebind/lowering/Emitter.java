package org.latebind.lowering;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.latebind.target.api.IrWriter;
import org.latebind.typed.api.ByteOffset;
import org.latebind.typed.api.Rvalue.Comparison;

/**
 * Writes the instructions of one function; integer operations on constants are done at once.
 *
 * <p>After a terminator there is no open block. An instruction that is written nevertheless begins a
 * block that nothing jumps to, which LLVM drops.
 */
final class Emitter implements IrWriter {
    private static final Pattern TARGET = Pattern.compile("label %([^,\\s\\]]+)");

    private final StringBuilder entry = new StringBuilder(256);
    private final StringBuilder body = new StringBuilder(1024);
    private final Set<String> used = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    /** The blocks that each block may go on with. */
    private final Map<String, Set<String>> successors = new HashMap<>();
    private int values;
    private int labels;
    private boolean unreachable;
    private boolean open = true;
    private String block = "entry";

    /** Whether an instruction written now could run. */
    boolean isOpen() {
        return open;
    }

    /** The open block's label, for phi. */
    String block() {
        return block;
    }

    String text() {
        return "entry:\n" + entry + body;
    }

    @Override
    public String value(String instruction) {
        ensureOpen();
        var name = "%v" + values++;
        body.append("  ").append(name).append(" = ").append(instruction).append('\n');
        return name;
    }

    Operand value(String type, String instruction) {
        return new Operand(type, value(instruction));
    }

    @Override
    public void effect(String instruction) {
        ensureOpen();
        body.append("  ").append(instruction).append('\n');
    }

    @Override
    public String newLabel(String hint) {
        return hint + "." + labels++;
    }

    @Override
    public void terminateAndBegin(String terminator, String label) {
        terminate(terminator);
        begin(label);
    }

    void terminate(String terminator) {
        effect(terminator);
        goesOn(terminator);
        unreachable |= terminator.equals("unreachable");
        open = false;
    }

    /** A terminator that has a result. */
    String valueTerminator(String instruction) {
        var name = value(instruction);
        goesOn(instruction);
        open = false;
        return name;
    }

    private void goesOn(String terminator) {
        var targets = TARGET.matcher(terminator);
        while (targets.find()) {
            successors.computeIfAbsent(block, b -> new HashSet<>()).add(targets.group(1));
        }
    }

    /** Ends the open block, if any, with a jump to {@code label}, and starts that. */
    void begin(String label) {
        if (open) {
            jump(label);
        }
        body.append(label).append(":\n");
        begun.add(label);
        block = label;
        open = true;
    }

    /** Whether something jumps to the label. */
    boolean isUsed(String label) {
        return used.contains(label);
    }

    /** Whether the label's block is there. */
    boolean isBegun(String label) {
        return begun.contains(label);
    }

    /** A terminator written by hand jumps to the label. */
    void use(String label) {
        used.add(label);
    }

    /** Whether something does not come back: a call of a {@code noreturn} function. */
    boolean leavesForGood() {
        return unreachable;
    }

    /** Whether control may come here from the function's start, as its branches say; constants decide them. */
    boolean isReached() {
        if (!open) {
            return false;
        }
        var reached = new HashSet<String>(Set.of("entry"));
        var pending = new ArrayDeque<String>(reached);
        while (!pending.isEmpty()) {
            for (var next : successors.getOrDefault(pending.poll(), Set.of())) {
                if (reached.add(next)) {
                    pending.add(next);
                }
            }
        }
        return reached.contains(block);
    }

    /** Starts the block where control may come: from here, or from a jump. */
    void join(String label) {
        if (open || isUsed(label)) {
            begin(label);
        }
    }

    void jump(String label) {
        if (open) {
            use(label);
            terminate("br label %" + label);
        }
    }

    void branch(Operand condition, String then, String otherwise) {
        if (!open) {
            return;
        }
        if (condition.isConstantInteger()) {
            jump(condition.isZero() ? otherwise : then);
        } else {
            use(then);
            use(otherwise);
            terminate("br i1 " + condition.text() + ", label %" + then + ", label %" + otherwise);
        }
    }

    private void ensureOpen() {
        if (!open) {
            begin(newLabel("dead"));
        }
    }

    @Override
    public String slot(String type, int align) {
        return alloca(type, align).text();
    }

    /** Memory that lives as long as the call of the function. */
    Operand alloca(String type, long alignment) {
        var name = "%a" + values++;
        entry.append("  ").append(name).append(" = alloca ").append(type).append(", align ").append(alignment).append('\n');
        return new Operand("ptr", name);
    }

    Operand offset(Operand pointer, ByteOffset offset) {
        if (offset.bytes() == 0) {
            return pointer;
        }
        return value(pointer.type(), "getelementptr i8, " + pointer.typed() + ", i64 " + offset.bytes());
    }

    Operand offset(Operand pointer, Operand bytes) {
        if (bytes.isConstantInteger()) {
            return offset(pointer, new ByteOffset(bytes.constant().longValue()));
        }
        return value(pointer.type(), "getelementptr i8, " + pointer.typed() + ", " + bytes.typed());
    }

    Operand load(String type, Operand pointer, long alignment, boolean isVolatile) {
        return value(type, "load " + (isVolatile ? "volatile " : "") + type + ", " + pointer.typed() + ", align " + alignment);
    }

    void store(Operand value, Operand pointer, long alignment, boolean isVolatile) {
        effect("store " + (isVolatile ? "volatile " : "") + value.typed() + ", " + pointer.typed() + ", align " + alignment);
    }

    /**
     * An operation on two integers of one type.
     *
     * @param operation {@code add sub mul and or xor sdiv udiv srem urem shl lshr ashr}
     */
    Operand integer(String operation, Operand left, Operand right) {
        if (left.isConstantInteger() && right.isConstantInteger()) {
            int bits = left.bits();
            boolean signed = operation.charAt(0) != 'u' && operation.charAt(0) != 'l';
            var a = signed ? left.constant() : left.unsignedConstant();
            var b = signed ? right.constant() : right.unsignedConstant();
            switch (operation) {
                case "add":
                    return Operand.integer(bits, a.add(b));
                case "sub":
                    return Operand.integer(bits, a.subtract(b));
                case "mul":
                    return Operand.integer(bits, a.multiply(b));
                case "and":
                    return Operand.integer(bits, a.and(b));
                case "or":
                    return Operand.integer(bits, a.or(b));
                case "xor":
                    return Operand.integer(bits, a.xor(b));
                case "shl":
                    return Operand.integer(bits, a.shiftLeft(b.intValue()));
                case "lshr", "ashr":
                    return Operand.integer(bits, a.shiftRight(b.intValue()));
                case "sdiv", "udiv":
                    if (b.signum() != 0) {
                        return Operand.integer(bits, a.divide(b));
                    }
                    break;
                case "srem", "urem":
                    if (b.signum() != 0) {
                        return Operand.integer(bits, a.remainder(b));
                    }
                    break;
                default:
                    break;
            }
        }
        return value(left.type(), operation + " " + left.typed() + ", " + right.text());
    }

    Operand compareIntegers(Comparison comparison, boolean signed, Operand left, Operand right) {
        return compareIntegers("i1", comparison, signed, left, right);
    }

    /** @param type of the result: {@code i1}, or a vector of it */
    Operand compareIntegers(String type, Comparison comparison, boolean signed, Operand left, Operand right) {
        if (left.isConstantInteger() && right.isConstantInteger()) {
            int order = signed
                    ? left.constant().compareTo(right.constant())
                    : left.unsignedConstant().compareTo(right.unsignedConstant());
            return Operand.bool(switch (comparison) {
                case LESS -> order < 0;
                case GREATER -> order > 0;
                case LESS_EQUAL -> order <= 0;
                case GREATER_EQUAL -> order >= 0;
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
            });
        }
        var predicate = switch (comparison) {
            case LESS -> signed ? "slt" : "ult";
            case GREATER -> signed ? "sgt" : "ugt";
            case LESS_EQUAL -> signed ? "sle" : "ule";
            case GREATER_EQUAL -> signed ? "sge" : "uge";
            case EQUAL -> "eq";
            case NOT_EQUAL -> "ne";
        };
        return value(type, "icmp " + predicate + " " + left.typed() + ", " + right.text());
    }

    Operand not(Operand bit) {
        return integer("xor", bit, Operand.TRUE);
    }

    /** An integer cut or widened to {@code bits}. */
    Operand resize(Operand value, int bits, boolean signed) {
        int from = value.bits();
        if (from == bits) {
            return value;
        }
        if (value.isConstantInteger()) {
            return Operand.integer(bits, signed ? value.constant() : value.unsignedConstant());
        }
        var operation = bits < from ? "trunc" : signed ? "sext" : "zext";
        var type = "i" + bits;
        return value(type, operation + " " + value.typed() + " to " + type);
    }

    Operand cast(String operation, Operand value, String type) {
        return value(type, operation + " " + value.typed() + " to " + type);
    }

    Operand mask(int bits, int ones) {
        return Operand.integer(bits, BigInteger.ONE.shiftLeft(ones).subtract(BigInteger.ONE));
    }

    /** A value that is {@code first} when control came from {@code from}, else {@code second}. */
    Operand phi(Operand first, String from, Operand second, String otherwiseFrom) {
        return value(
                first.type(),
                "phi " + first.type() + " [ " + first.text() + ", %" + from + " ], [ " + second.text() + ", %"
                        + otherwiseFrom + " ]");
    }
}
