using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Writes front matter in the canonical form: keys in the order of the calls, empty and default values left out.</summary>
internal sealed class FrontMatterWriter
{
    private readonly YamlMappingNode _mapping = [];

    /// <summary>A code as files, the API and the journal write it: <c>cc-by-nc</c>.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public FrontMatterWriter Text(string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _mapping.Add(key, Scalar(value));
        }

        return this;
    }

    public FrontMatterWriter Texts(string key, IEnumerable<string> values)
    {
        var list = new YamlSequenceNode(values.Select(Scalar));
        if (list.Children.Count > 0)
        {
            _mapping.Add(key, list);
        }

        return this;
    }

    public FrontMatterWriter Number(string key, decimal? value, decimal? otherwise = null) =>
        value == otherwise ? this : Text(key, value?.ToString("0.############", CultureInfo.InvariantCulture));

    public FrontMatterWriter Numbers(string key, IEnumerable<int> values) =>
        Texts(key, values.Select(v => v.ToString(CultureInfo.InvariantCulture)));

    public FrontMatterWriter Flag(string key, bool value) => Text(key, value ? "true" : null);

    public FrontMatterWriter Code<T>(string key, T? value)
        where T : struct, Enum =>
        Text(key, value is { } given ? Code(given) : null);

    public FrontMatterWriter Codes<T>(string key, IEnumerable<T> values)
        where T : struct, Enum =>
        Texts(key, values.Select(v => Code(v)));

    public FrontMatterWriter Day(string key, DateOnly? value) =>
        Text(key, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A date when it is midnight in Bangkok, else date, time and offset.</summary>
    public FrontMatterWriter Moment(string key, DateTimeOffset? value)
    {
        if (value is not { } moment)
        {
            return this;
        }

        var day = ThaiTime.Day(moment);
        return ThaiTime.StartOf(day) == moment
            ? Day(key, day)
            : Text(key, ThaiTime.Local(moment).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture));
    }

    public FrontMatterWriter Rows<T>(string key, IEnumerable<T> rows, Action<FrontMatterWriter, T> write)
    {
        var list = new YamlSequenceNode();
        foreach (var row in rows)
        {
            var writer = new FrontMatterWriter();
            write(writer, row);
            list.Add(writer._mapping);
        }

        if (list.Children.Count > 0)
        {
            _mapping.Add(key, list);
        }

        return this;
    }

    /// <summary>The whole file.</summary>
    public string File(string body)
    {
        using var yaml = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(yaml, new EmitterSettings().WithBestWidth(int.MaxValue).WithIndentedSequences());
        emitter.Emit(new StreamStart());
        var writer = new YamlDocumentWriter(emitter, EmojiStandIn.For(_mapping));
        writer.Write(_mapping);
        emitter.Emit(new StreamEnd());
        return $"---\n{writer.StandIn.Restore(yaml.ToString())}---\n{(body.Length > 0 ? $"\n{body}\n" : "")}";
    }

    private static YamlScalarNode Scalar(string value) =>
        new(value)
        {
            // The emitter would write a tab bare where YAML allows none.
            Style = value.Contains('\t', StringComparison.Ordinal) ? ScalarStyle.DoubleQuoted
                : value.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal
                : ScalarStyle.Any,
        };

    /// <summary>Emits nodes without document markers, which would be mistaken for the end of the front matter.</summary>
    private readonly struct YamlDocumentWriter(Emitter emitter, EmojiStandIn standIn)
    {
        public EmojiStandIn StandIn => standIn;

        public void Write(YamlMappingNode root)
        {
            emitter.Emit(new DocumentStart(null, null, isImplicit: true));
            Node(root);
            emitter.Emit(new DocumentEnd(isImplicit: true));
        }

        private void Node(YamlNode node)
        {
            switch (node)
            {
                case YamlScalarNode scalar:
                    emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, standIn.Hide(scalar.Value ?? ""), scalar.Style, true, true));
                    break;
                case YamlSequenceNode list:
                    emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Block));
                    list.Children.ToList().ForEach(Node);
                    emitter.Emit(new SequenceEnd());
                    break;
                case YamlMappingNode mapping:
                    emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, MappingStyle.Block));
                    foreach (var (key, value) in mapping.Children)
                    {
                        Node(key);
                        Node(value);
                    }

                    emitter.Emit(new MappingEnd());
                    break;
            }
        }
    }
}
