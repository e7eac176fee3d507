using System.Globalization;
using KhokNongNa.Thai;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Reads one YAML mapping and remembers which keys were asked for, so that the others can be pointed out.</summary>
internal sealed class FrontMatter(YamlMappingNode mapping)
{
    // A front matter has rows in lists in the mapping; anything deeper is an attack on the parser's stack.
    private const int MaxDepth = 6;

    private readonly HashSet<string> _asked = [];

    private readonly List<FrontMatter> _rows = [];

    public int Line => (int)mapping.Start.Line + 1;

    /// <summary>Splits a file into its front matter and its Markdown.</summary>
    /// <exception cref="BadFileException">No front matter, or not YAML.</exception>
    public static (FrontMatter Keys, string Body) Parse(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            throw new BadFileException(1, "ไฟล์ต้องขึ้นต้นด้วยบรรทัด --- แล้วตามด้วยข้อมูลของเรื่อง");
        }

        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        var yaml = end >= 0 ? text[4..(end + 1)]
            : text.EndsWith("\n---", StringComparison.Ordinal) ? text[4..^3]
            : throw new BadFileException(1, "ไม่พบบรรทัด --- ที่ปิดข้อมูลของเรื่อง");
        return (new FrontMatter(Load(yaml)), end >= 0 ? text[(end + 5)..] : "");
    }

    public bool Has(string key) => Node(key) is not null;

    public string Text(string key, string otherwise = "") => Node(key) switch
    {
        null => otherwise,
        YamlScalarNode scalar => Value(scalar),
        var other => throw Bad(other, $"«{key}» ต้องเป็นข้อความบรรทัดเดียว"),
    };

    public string Line1(string key) => EntryRules.Line(Text(key));

    public IReadOnlyList<string> Texts(string key) => Node(key) switch
    {
        null => [],
        YamlScalarNode scalar => string.IsNullOrWhiteSpace(scalar.Value) ? [] : [Value(scalar)],
        YamlSequenceNode list => [.. list.Children.Select(item => item is YamlScalarNode scalar
            ? Value(scalar)
            : throw Bad(item, $"«{key}» ต้องเป็นรายการของข้อความ"))],
        var other => throw Bad(other, $"«{key}» ต้องเป็นรายการ"),
    };

    public IReadOnlyList<FrontMatter> Rows(string key)
    {
        var node = Node(key);
        if (node is not (null or YamlSequenceNode))
        {
            throw Bad(node, $"«{key}» ต้องเป็นรายการ");
        }

        List<FrontMatter> rows = [.. ((node as YamlSequenceNode)?.Children ?? []).Select(item => item is YamlMappingNode row
            ? new FrontMatter(row)
            : throw Bad(item, $"แต่ละข้อของ «{key}» ต้องมีชื่อช่องกำกับ"))];
        _rows.AddRange(rows);
        return rows;
    }

    public int? Int(string key) => Number(key, text => ThaiDigits.TryParseInt(text, out var value) ? value : (int?)null);

    public decimal? Decimal(string key) => Number(key, text => ThaiDigits.TryParseDecimal(text, out var value) ? value : (decimal?)null);

    public IReadOnlyList<int> Ints(string key) => [.. Texts(key).Select(text => ThaiDigits.TryParseInt(text, out var value)
        ? value
        : throw Bad(Node(key)!, $"«{key}» ต้องเป็นตัวเลข ไม่ใช่ «{text}»"))];

    public bool Flag(string key) => Text(key, "false") switch
    {
        "true" => true,
        "false" or "" => false,
        var other => throw Bad(Node(key)!, $"«{key}» ต้องเป็น true หรือ false ไม่ใช่ «{other}»"),
    };

    public T Code<T>(string key, T otherwise)
        where T : struct, Enum =>
        CodeOrNull<T>(key) ?? otherwise;

    public T? CodeOrNull<T>(string key)
        where T : struct, Enum =>
        Text(key) is { Length: > 0 } text ? Parse<T>(key, text) : null;

    public IReadOnlyList<T> Codes<T>(string key)
        where T : struct, Enum =>
        [.. Texts(key).Select(text => Parse<T>(key, text))];

    /// <summary>A date, or a date and time with offset; a date alone is midnight in Bangkok.</summary>
    public DateTimeOffset? Moment(string key)
    {
        if (Text(key) is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return moment;
        }

        return ThaiTime.StartOf(Day(key)!.Value);
    }

    public DateOnly? Day(string key)
    {
        if (Text(key) is not { Length: > 0 } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2400
            ? day
            : throw Bad(Node(key)!, $"«{key}» ต้องเป็นวันที่แบบ 2026-11-22 (ค.ศ.) ไม่ใช่ «{text}»");
    }

    /// <summary>Keys that nobody asked for, with their lines; rows included.</summary>
    public IEnumerable<(string Key, int Line)> Unknown() =>
        mapping.Children.Keys.OfType<YamlScalarNode>()
            .Where(k => !_asked.Contains(k.Value ?? ""))
            .Select(k => (k.Value ?? "", (int)k.Start.Line + 1))
            .Concat(_rows.SelectMany(r => r.Unknown()));

    /// <summary>Line of a key in the file; of the mapping when the key is not there.</summary>
    /// <param name="value">A text below the key, whose own line is asked for.</param>
    public int LineOf(string key, string? value = null)
    {
        var name = mapping.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(k => k.Value == key);
        var there = name is null || value is null
            ? null
            : mapping.Children[name].AllNodes.OfType<YamlScalarNode>().FirstOrDefault(n => n.Value?.Trim() == value);
        return (int)(there ?? name ?? (YamlNode)mapping).Start.Line + 1;
    }

    /// <summary>Holds every text below to a length and every list to a count.</summary>
    /// <exception cref="BadFileException">One is longer.</exception>
    public void Demand(int length, int count)
    {
        foreach (var node in mapping.AllNodes)
        {
            if (node is YamlScalarNode { Value: { } text } && text.Length > length)
            {
                throw Bad(node, $"ข้อความยาวเกินไป ใช้ได้ไม่เกิน {length:N0} ตัวอักษร");
            }

            if (node is YamlSequenceNode list && list.Children.Count > count)
            {
                throw Bad(node, $"รายการมีได้ไม่เกิน {count} ข้อ");
            }
        }
    }

    private YamlNode? Node(string key)
    {
        _asked.Add(key);
        return mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is not YamlScalarNode { Value: null or "" } ? node : null;
    }

    // Quoted YAML may write any character as \0 or \uD800, past the repair of the file.
    private static string Value(YamlScalarNode scalar) => ThaiText.Normalize(scalar.Value ?? "");

    private T? Number<T>(string key, Func<string, T?> parse)
        where T : struct =>
        Text(key) is { Length: > 0 } text ? parse(text) ?? throw Bad(Node(key)!, $"«{key}» ต้องเป็นตัวเลข ไม่ใช่ «{text}»") : null;

    private T Parse<T>(string key, string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (FrontMatterWriter.Code(value) == text)
            {
                return value;
            }
        }

        throw Bad(Node(key)!, $"«{key}» ไม่รู้จักค่า «{text}» ใช้ได้: {string.Join(" ", Enum.GetValues<T>().Select(v => FrontMatterWriter.Code(v)))}");
    }

    private static YamlMappingNode Load(string yaml)
    {
        try
        {
            CheckDepth(yaml);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode mapping
                ? mapping
                : throw new BadFileException(1, "ข้อมูลของเรื่องต้องเป็นบรรทัด «ชื่อ: ค่า»");
        }
        catch (YamlException problem)
        {
            throw new BadFileException((int)problem.Start.Line + 1, "อ่านข้อมูลของเรื่องไม่ได้ โปรดดูเครื่องหมาย : การเยื้อง และเครื่องหมายคำพูด");
        }
    }

    // The parser gives events one by one; only the tree that is built from them nests calls.
    private static void CheckDepth(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current switch
            {
                MappingStart or SequenceStart => 1,
                MappingEnd or SequenceEnd => -1,
                _ => 0,
            };
            if (depth > MaxDepth || parser.Current is AnchorAlias)
            {
                throw new BadFileException((int)parser.Current!.Start.Line + 1, "ข้อมูลของเรื่องซ้อนกันลึกเกินไป");
            }
        }
    }

    private static BadFileException Bad(YamlNode node, string message) => new((int)node.Start.Line + 1, message);
}
