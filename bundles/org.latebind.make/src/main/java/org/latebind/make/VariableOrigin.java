package org.latebind.make;

/** Who defined a variable, the weakest first: a weaker one does not change what a stronger one has defined. */
public enum VariableOrigin {
    DEFAULT("default"),
    ENVIRONMENT("environment"),
    FILE("file"),
    COMMAND_LINE("command line"),
    OVERRIDE("override"),
    AUTOMATIC("automatic");

    private final String text;

    VariableOrigin(String text) {
        this.text = text;
    }

    /** What {@code $(origin)} says. */
    public String text() {
        return text;
    }
}
