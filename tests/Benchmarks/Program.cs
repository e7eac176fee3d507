using System.Globalization;
using KhokNongNa.Benchmarks;
using KhokNongNa.Benchmarks.Judged;

switch (args)
{
    case ["relevance", "content", var content]:
        Relevance.Run(DevelopmentSet.From(content), Console.Out);
        return 0;
    case ["relevance", "village", var content]:
        Relevance.Run(VillageSet.Over(content), Console.Out);
        return 0;
    case ["relevance", "own-mistakes", var folder]:
        Relevance.Run(JudgedSet.In(folder).Select(DevelopmentSet.WithOwnMistakes), Console.Out);
        return 0;
    case ["relevance", var folder]:
        Relevance.Run(JudgedSet.In(folder), Console.Out);
        return 0;
    case ["guard", var content, .. var given]:
        return Guard.Run(content, given.FirstOrDefault(), Console.Out) ? 0 : 2;
    case ["analysis", var content]:
        AnalysisSpeed.Run(content, Console.Out);
        return 0;
    case ["search", var content, var documents]:
        SearchSpeed.Run(content, int.Parse(documents, CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["requests", var program]:
        await Requests.RunAsync(Path.GetFullPath(program), Console.Out);
        return 0;
    case ["published", var program]:
        await Published.RunAsync(Path.GetFullPath(program), Console.Out);
        return 0;
    case ["sages"]:
        await Sages.RunAsync(Console.Out);
        return 0;
    case ["texts"]:
        await Texts.RunAsync(Console.Out);
        return 0;
    case ["duplicates", .. var people]:
        await DuplicateSpeed.RunAsync(int.Parse(people.FirstOrDefault("50000"), CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["board", var content, .. var rows]:
        await BoardSpeed.RunAsync(content, int.Parse(rows.FirstOrDefault("1000000"), CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["pictures", .. var megapixels]:
        await PictureSpeed.RunAsync(int.Parse(megapixels.FirstOrDefault("12"), CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["import", var program, .. var rows]:
        await ImportSpeed.RunAsync(Path.GetFullPath(program), int.Parse(rows.FirstOrDefault("5000"), CultureInfo.InvariantCulture), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("""
            relevance <folder>                how well search answers the judged queries in a folder
            relevance own-mistakes <folder>   the same with other typing mistakes
            relevance content <content>       judged queries made from the portal's own texts
            relevance village <content>       queries of villagers over the portal's lessons and articles
            guard <content> [<folder>]        fails when search answers worse than it did
            analysis <content>                how fast texts are cut up, beside ICU4N
            search <content> <documents>      how fast so many documents are indexed and searched
            sages                             how fast the directory of 500 and of 50,000 fictional sages answers
            texts                             how fast the Studio's list of 500 and of 50,000 texts answers
            requests <KhokNongNa.Web.dll>     start, memory, and requests beside a static file's
            import <KhokNongNa.Web.dll> [<rows>]  how long a sheet of 5,000 sages takes, and how long pages take meanwhile
            pictures [<megapixels>]           a photo of 12 megapixels to all its widths: time, and peak memory beside a plain decode
            board <content> [<rows>]          the board of the country beside a province's, and of a past moment over 1,000,000 happenings
            duplicates [<people>]             whether somebody is in the register already, asked of 50,000 invented people
            published <KhokNongNa.Web.dll>    how soon what is published is found while others search
            """);
        return 1;
}
