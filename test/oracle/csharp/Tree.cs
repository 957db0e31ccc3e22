using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Mono.CSharp;

/// <summary>
/// Prints the tree that the parser of Mono's compiler makes of a text, without positions. Every field
/// of every node is printed, so that nothing the parser knows is forgotten; what is met a second time
/// (a parent, a label) is printed as the number of its first meeting.
/// One line of base64 in, one out: see engine/lineProcess.ts.
/// </summary>
static class Tree
{
    static void Main()
    {
        var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        for (string line = Console.In.ReadLine(); line != null; line = Console.In.ReadLine())
        {
            string answer;
            try
            {
                answer = "=" + Base64(Read(Convert.FromBase64String(line)));
            }
            catch (Exception e)
            {
                answer = "!" + Base64(e.Message);
            }
            answers.WriteLine(answer);
        }
    }

    static string Base64(string text)
    {
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    static string Read(byte[] text)
    {
        var told = new Printer();
        var context = new CompilerContext(new CompilerSettings { Version = LanguageVersion.V_7 }, told);
        var source = new SourceFile("unit.cs", "unit.cs", 1);
        Location.Initialize(new List<SourceFile> { source });
        var module = new ModuleContainer(context);
        var session = new ParserSession();
        var file = new CompilationSourceFile(module, source);
        module.AddTypeContainer(file);
        var reader = new SeekableStreamReader(new MemoryStream(text), Encoding.UTF8);
        new CSharpParser(reader, file, context.Report, session).parse();
        if (told.Problem != null) throw new Exception(told.Problem);
        // Attributes of the assembly hang on the module.
        return new Dump().Print(new object[] { file, module.OptAttributes });
    }
}

sealed class Printer : ReportPrinter
{
    public string Problem;

    public override void Print(AbstractMessage message, bool showFullPath)
    {
        if (!message.IsWarning && Problem == null) Problem = message.Text;
    }
}

sealed class Dump
{
    const BindingFlags declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    static readonly Dictionary<Type, FieldInfo[]> fieldsByType = new Dictionary<Type, FieldInfo[]>();

    readonly Dictionary<object, int> met = new Dictionary<object, int>(new SameObject());
    readonly StringBuilder written = new StringBuilder();

    public string Print(object root)
    {
        Write(root, 0);
        return written.ToString();
    }

    void Write(object value, int depth)
    {
        written.Append(' ', depth);
        if (value is string || value is System.Enum || value.GetType().IsPrimitive || value is decimal)
        {
            string shown = value.ToString();
            written.Append(shown.Length).Append(' ').Append(shown).Append('\n');
            return;
        }
        int number;
        if (met.TryGetValue(value, out number))
        {
            written.Append('#').Append(number).Append('\n');
            return;
        }
        met.Add(value, met.Count);
        Type type = value.GetType();
        written.Append(type.Name).Append('\n');
        if (value is IEnumerable && (type.IsArray || type.Namespace != "Mono.CSharp"))
        {
            foreach (object each in (IEnumerable)value) if (each != null) Write(each, depth + 1);
            return;
        }
        foreach (FieldInfo field in FieldsOf(type))
        {
            object held = field.GetValue(value);
            if (held == null || held is ModuleContainer || held is CompilerContext) continue;
            written.Append(' ', depth + 1).Append(field.Name).Append('\n');
            Write(held, depth + 2);
        }
    }

    static FieldInfo[] FieldsOf(Type type)
    {
        FieldInfo[] fields;
        if (fieldsByType.TryGetValue(type, out fields)) return fields;
        var all = new List<FieldInfo>();
        for (Type each = type; each != null && each != typeof(object); each = each.BaseType)
            all.AddRange(each.GetFields(declared).Where(IsTold));
        return fieldsByType[type] = all.ToArray();
    }

    static bool IsTold(FieldInfo field)
    {
        Type type = field.FieldType;
        return type != typeof(Location) && !typeof(System.Delegate).IsAssignableFrom(type);
    }
}

sealed class SameObject : IEqualityComparer<object>
{
    bool IEqualityComparer<object>.Equals(object a, object b) { return ReferenceEquals(a, b); }

    int IEqualityComparer<object>.GetHashCode(object value)
    {
        return System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value);
    }
}
