using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
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
        Converters = { new JsonStringEnumConverter() },
    };

    public static void HasJsonConversion<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(value => JsonSerializer.Serialize(value, Options), stored => JsonSerializer.Deserialize<T>(stored, Options)!);
}
