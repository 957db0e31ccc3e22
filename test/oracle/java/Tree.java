import com.sun.source.util.JavacTask;
import com.sun.tools.javac.tree.JCTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Prints the tree that javac's own parser makes of a text, without positions. Every field of every
 * node is printed that holds a tree, a name, a literal's value, a flag or a kind, so that nothing the
 * parser knows is forgotten. Left out are:
 *
 * - empty declarations (`;`) at the top of a file, which javac keeps as a node without meaning;
 * - the mark of `@deprecated` in a doc comment, which javac keeps among the modifiers.
 *
 * One line of base64 in, one out: see `engine/lineProcess.ts`.
 */
final class Tree {
    private static final long DEPRECATED = 1L << 17;
    private static final long DEPRECATED_ANNOTATION = 1L << 46;
    /** What later phases of the compiler put into nodes, and where these stand. */
    private static final Set<String> IGNORED =
        Set.of("pos", "startPos", "endpos", "startpos", "type", "sym", "target", "completesNormally");

    private final Map<Class<?>, List<Field>> fieldsByClass = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    public static void main(String[] args) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        PrintStream answers = new PrintStream(System.out, true, "UTF-8");
        Tree tree = new Tree();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String text = new String(Base64.getDecoder().decode(line), "UTF-8");
            String answer;
            try {
                answer = "=" + base64(tree.read(compiler, text));
            } catch (Exception | StackOverflowError e) {
                answer = "!" + base64(String.valueOf(e.getMessage()));
            }
            answers.println(answer);
        }
    }

    private static String base64(String text) throws IOException {
        return Base64.getEncoder().encodeToString(text.getBytes("UTF-8"));
    }

    private String read(JavaCompiler compiler, String text) throws Exception {
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        JavaFileObject file =
            new SimpleJavaFileObject(URI.create("string:///Unit.java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoresEncodingErrors) {
                    return text;
                }
            };
        JavacTask task =
            (JavacTask) compiler.getTask(null, null, told, List.of("-proc:none"), null, List.of(file));
        out.setLength(0);
        for (Object unit : task.parse()) {
            for (JCTree definition : ((JCTree.JCCompilationUnit) unit).defs) {
                if (definition.getTag() != JCTree.Tag.SKIP) print(definition, 0);
            }
        }
        for (Diagnostic<?> each : told.getDiagnostics()) {
            if (each.getKind() == Diagnostic.Kind.ERROR) throw new Exception(each.getMessage(null));
        }
        return out.toString();
    }

    private void print(Object value, int depth) throws IllegalAccessException {
        if (value instanceof JCTree tree) {
            indent(depth).append(tree.getTag()).append('\n');
            for (Field field : fieldsOf(tree.getClass())) {
                Object held = field.get(tree);
                if (held == null) continue;
                indent(depth + 1).append(field.getName()).append('\n');
                boolean isFlags = tree instanceof JCTree.JCModifiers && held instanceof Long;
                print(isFlags ? (Long) held & ~DEPRECATED & ~DEPRECATED_ANNOTATION : held, depth + 2);
            }
        } else if (value instanceof Iterable<?> list) {
            for (Object each : list) print(each, depth);
        } else {
            String shown = value.toString();
            indent(depth).append(shown.length()).append(' ').append(shown).append('\n');
        }
    }

    private StringBuilder indent(int depth) {
        return out.append(" ".repeat(depth));
    }

    private List<Field> fieldsOf(Class<?> type) {
        return fieldsByClass.computeIfAbsent(type, Tree::readFields);
    }

    private static List<Field> readFields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                Class<?> kind = field.getType();
                // Literals keep their value as an Object; names are CharSequences of javac's own.
                boolean isTold = JCTree.class.isAssignableFrom(kind) || Iterable.class.isAssignableFrom(kind)
                    || Name.class.isAssignableFrom(kind) || kind.isPrimitive() || kind.isEnum()
                    || kind == Object.class;
                if (!isTold || Modifier.isStatic(field.getModifiers()) || IGNORED.contains(field.getName())) continue;
                field.setAccessible(true);
                fields.add(field);
            }
        }
        Collections.reverse(fields);
        return fields;
    }
}
