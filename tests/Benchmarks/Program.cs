using KhokNongNa.Benchmarks;

switch (args)
{
    case ["relevance", var folder]:
        Relevance.Run(folder, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("relevance <folder>   how well search answers the judged queries in a folder");
        return 1;
}
