using KhokNongNa.Portal.Identity;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Snippets as files.</summary>
internal static class SnippetFile
{
    public static Prepared Prepare(Incoming file)
    {
        var text = SnippetRules.Clean(new(file.Key, file.Keys.Text("title"), file.Body));
        foreach (var (field, message) in SnippetRules.Check(text))
        {
            throw new BadFileException(file.Keys.LineOf(field == "Key" ? "id" : field == "Title" ? "title" : ""), message);
        }

        return new Prepared(file, 1, [], async (db, known, now, cancellationToken) =>
        {
            if (await NetworkImport.FindOrAddAsync(db.Snippets, s => s.Key == text.Key, () => Snippet.Create(Guid.CreateVersion7(), text.Key), known, cancellationToken) is not { } snippet)
            {
                return null;
            }

            snippet.Write(text.Title, text.Body, Actor.System, now);
            return snippet.Version + 1;
        });
    }

    public static string Write(Snippet snippet) => new FrontMatterWriter()
        .Text("id", snippet.Key)
        .Text("type", "snippet")
        .Text("title", snippet.Title)
        .File(snippet.Body);
}
