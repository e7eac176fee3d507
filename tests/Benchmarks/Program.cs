using KhokNongNa.Benchmarks;
using KhokNongNa.Benchmarks.Judged;

switch (args)
{
    case ["relevance", "content", var content]:
        Relevance.Run(DevelopmentSet.From(content), Console.Out);
        return 0;
    case ["relevance", var folder]:
        Relevance.Run(JudgedSet.In(folder), Console.Out);
        return 0;
    case ["relevance", "own-mistakes", var folder]:
        Relevance.Run(JudgedSet.In(folder).Select(DevelopmentSet.WithOwnMistakes), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("""
            relevance <folder>                how well search answers the judged queries in a folder
            relevance own-mistakes <folder>   the same with other typing mistakes
            relevance content <content>       judged queries made from the portal's own texts
            """);
        return 1;
}
