using System.Globalization;

namespace KhokNongNa.Search.Querying;

internal static class Tune
{
    private static readonly Dictionary<string, float> Values = (Environment.GetEnvironmentVariable("TUNE") ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(x => x.Split('='))
        .ToDictionary(x => x[0], x => float.Parse(x[1], CultureInfo.InvariantCulture));

    public static float Get(string name, float otherwise) => Values.GetValueOrDefault(name, otherwise);
}
