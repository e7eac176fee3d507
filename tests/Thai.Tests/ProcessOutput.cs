using System.Runtime.CompilerServices;

namespace KhokNongNa.Thai.Tests;

/// <summary>What the process writes while the dictionary is loaded, caught before any test can have loaded it.</summary>
internal static class ProcessOutput
{
    internal static string WhileLoading { get; private set; } = "not caught";

    [ModuleInitializer]
    internal static void Catch()
    {
        var original = Console.Out;
        using var caught = new StringWriter();
        Console.SetOut(caught);
        try
        {
            ThaiWords.Warm();
        }
        finally
        {
            Console.SetOut(original);
        }

        WhileLoading = caught.ToString();
    }
}
