/**
 * GNU make's language: reads makefiles into lines ({@link org.latebind.make.Makefile}) and evaluates them ({@link
 * org.latebind.make.MakeEvaluator}) as GNU make 4.4 does while it reads, without running anything.
 *
 * <pre>
 * text --LineReader--> logical lines --StatementParser--> Line(at, raw, Statement)   what the text alone decides
 *      --MakeEvaluator over a MakeHost--> variables, rules, target-specific variables, messages
 * </pre>
 *
 * <p>A tree of conditionals would not be true to GNU make: whether a line with a tab is a recipe or a directive depends
 * on the rule before it, which an expansion may have made. So a makefile is a flat list of lines, each with the
 * statement that it is outside of recipes, and the evaluator keeps the open conditionals as GNU make's {@code eval}
 * does.
 *
 * <p>What the host does not know (a kernel's config at compile time, the output of a command) is an undecided {@link
 * org.latebind.make.Value} with a reason and a place. It goes through references, functions and assignments; a
 * conditional on it has the third {@link org.latebind.make.Truth}: its branches are evaluated, and what they assign is
 * undecided. Nothing is skipped: a line that GNU make would stop at, or that is not supported, is refused with its
 * place.
 *
 * <p>A new function needs: its row in {@link org.latebind.make.TextFunctions} (text in, text out) or {@link
 * org.latebind.make.Functions} (all others), and rows in {@code MakeOracleTest}. A new statement needs: {@link
 * org.latebind.make.Statement}, {@link org.latebind.make.StatementParser}, {@link org.latebind.make.Evaluation}.
 *
 * <p>Codes: LB1220 what GNU make stops at, LB1221 no end (a variable that refers to itself, or a bound of {@link
 * org.latebind.make.Limits}), LB1222 an included file that is not there, LB1223 the makefile's own {@code $(error)},
 * LB1224 not supported, LB1225 a line that only an undecided value gives its meaning.
 */
@Export
@Version("1.1.0")
package org.latebind.make;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
