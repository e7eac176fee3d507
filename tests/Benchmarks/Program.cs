using KhokNongNa.Benchmarks;

switch (args)
{
    case ["relevance", var folder]:
        Relevance.Run(folder, Console.Out);
        return 0;
    case ["requests", var program]:
        await Requests.RunAsync(Path.GetFullPath(program), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("relevance <folder>              how well search answers the judged queries in a folder");
        Console.Error.WriteLine("requests <KhokNongNa.Web.dll>   start, memory, and requests beside a static file's");
        return 1;
}
