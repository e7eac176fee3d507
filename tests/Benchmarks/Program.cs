using KhokNongNa.Benchmarks;
using KhokNongNa.Benchmarks.Judged;
using KhokNongNa.Thai;

switch (args)
{
    case ["relevance", "content", var content]:
        Relevance.Run(DevelopmentSet.From(content), Console.Out);
        return 0;
    case ["relevance", "tune", var content, var folder]:
        Relevance.Run(DevelopmentSet.From(content).Concat(JudgedSet.In(folder).Select(x => x with { Queries = x.Queries.Concat(DevelopmentSet.WithOwnMistakes(x).Queries.Where(y=>y.Key[0]>='3')).ToDictionary(y => y.Key, y => y.Value) })).Select(x => x with { Queries = x.Queries.Where(y => y.Key is not ("q_typo3" or "q_enc" or "5 broken")).ToDictionary(y => y.Key, y => y.Value) }), Console.Out);
        return 0;
    case ["relevance", var folder]:
        Relevance.Run(JudgedSet.In(folder), Console.Out);
        return 0;
    case ["relevance", "own-mistakes", var folder]:
        Relevance.Run(JudgedSet.In(folder).Select(DevelopmentSet.WithOwnMistakes), Console.Out);
        return 0;
    case ["words"]:
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine($"{line}\t{Cut(ThaiWords.Segment(line))}\t{Cut(ThaiWords.Segment(ThaiText.Fold(line), ThaiLexicon.Domain))}");
            string Cut(IReadOnlyList<TextSpan> words) => string.Join('·', words.Select(word => line.Substring(word.Start, word.Length)));
        }

        return 0;
    case ["requests", var program]:
        await Requests.RunAsync(Path.GetFullPath(program), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("""
            relevance <folder>                how well search answers the judged queries in a folder
            relevance own-mistakes <folder>   the same with other typing mistakes
            relevance content <content>       judged queries made from the portal's own texts
            words                             how each line of the input is cut, without and with the words of the field
            requests <KhokNongNa.Web.dll>     start, memory, and requests beside a static file's
            """);
        return 1;
}
