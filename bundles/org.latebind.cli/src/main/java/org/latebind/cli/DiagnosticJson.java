package org.latebind.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;

/** A diagnostic as an object of the JSON document. */
final class DiagnosticJson {
    private DiagnosticJson() {}

    static Map<String, Object> toMap(Diagnostic diagnostic) {
        var map = new LinkedHashMap<String, Object>();
        map.put("severity", diagnostic.severity().label());
        map.put("code", diagnostic.code());
        map.put("message", diagnostic.message());
        addPlace(map, diagnostic.where(), diagnostic.length());
        map.put("notes", diagnostic.notes().stream().map(DiagnosticJson::toMap).toList());
        diagnostic.help().ifPresent(help -> map.put("help", help));
        return map;
    }

    private static Map<String, Object> toMap(Diagnostic.Note note) {
        var map = new LinkedHashMap<String, Object>();
        map.put("message", note.message());
        addPlace(map, note.where(), note.length());
        return map;
    }

    private static void addPlace(Map<String, Object> map, Position where, int length) {
        if (where.isKnown()) {
            map.put("file", where.file().path());
            map.put("line", where.line());
            map.put("column", where.column());
            map.put("length", length);
        }
    }
}
