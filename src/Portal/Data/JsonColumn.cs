using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Data;

/// <summary>An immutable record kept as one JSON text column, the same on both databases.</summary>
internal static class JsonColumn
{
    // Thai stays readable in the database; the column never goes into a page as it is.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void HasJsonConversion<T>(this PropertyBuilder<T> property)
        where T : class? =>
        // What is immutable has changed when it is another one.
        property.HasConversion(value => Write(value), stored => Read<T>(stored), new ValueComparer<T>((a, b) => Equals(a, b), value => 0, value => value));

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string stored) => JsonSerializer.Deserialize<T>(stored, Options)!;
}
