package org.latebind.layout;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.latebind.target.api.DataModel;
import org.latebind.typed.api.ConstantEvaluator;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.StaticImage.Symbol;
import org.latebind.typed.api.TypeTable;
import org.latebind.typed.api.TypedInitializer;

/** The evaluation service of one unit. */
final class Evaluator implements ConstantEvaluator {
    private final ConstantFolder folder;
    private final ConstantFolder requiring;
    private final ConstantFolder imaging;
    private final IntegerTypes integers;
    private final Layouts layouts;
    private final TypeTable types;
    private final DataModel model;
    private final Repetitions repetitions = new Repetitions();

    Evaluator(
            ConstantFolder folder, ConstantFolder requiring, IntegerTypes integers, Layouts layouts, TypeTable types,
            DataModel model) {
        this(folder, requiring, requiring, integers, layouts, types, model);
    }

    private Evaluator(
            ConstantFolder folder, ConstantFolder requiring, ConstantFolder imaging, IntegerTypes integers,
            Layouts layouts, TypeTable types, DataModel model) {
        this.folder = folder;
        this.requiring = requiring;
        this.imaging = imaging;
        this.integers = integers;
        this.layouts = layouts;
        this.types = types;
        this.model = model;
    }

    @Override
    public Optional<BigInteger> integer(Rvalue expression) {
        return integers.format(expression.type()).isPresent() ? folder.number(expression) : Optional.empty();
    }

    @Override
    public Optional<BigInteger> required(Rvalue expression) {
        return integers.format(expression.type()).isPresent() ? requiring.number(expression) : Optional.empty();
    }

    @Override
    public boolean isConstant(Rvalue expression) {
        return folder.fold(expression)
                .map(c -> switch (c) {
                    case Constant.Number n -> true;
                    case Constant.Real r -> true;
                    case Constant.Address a -> a.symbol() instanceof Symbol.OfText && a.addend() == 0;
                    case Constant.LabelDifference l -> false;
                })
                .orElse(false);
    }

    @Override
    public StaticImage image(QualifiedType type, Optional<TypedInitializer> initializer) {
        return new ImageBuilder(imaging, integers, layouts, types, model, repetitions).build(type, initializer);
    }

    @Override
    public ConstantEvaluator knowing(List<GlobalVariable> variables) {
        return new Evaluator(
                folder, requiring, requiring.knowing(new ConstantVariables(variables)), integers, layouts, types, model);
    }
}
