using System.Globalization;
using System.Runtime.CompilerServices;

namespace KhokNongNa.Tests;

/// <summary>Runs the whole suite under one culture: TEST_CULTURE, else th-TH, which is the one that catches mistakes.</summary>
internal static class ProcessCulture
{
    [ModuleInitializer]
    internal static void Set()
    {
        var culture = CultureInfo.GetCultureInfo(Environment.GetEnvironmentVariable("TEST_CULTURE") ?? "th-TH");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
    }
}
