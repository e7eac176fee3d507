using KhokNongNa.Thai;
using Microsoft.AspNetCore.Html;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>A difference as HTML: struck out and underlined for the eye, in words for who listens. Without white space of its own, for line breaks of the text are kept.</summary>
internal static class DifferenceMarkup
{
    public static IHtmlContent Of(IEnumerable<Piece> pieces)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in pieces)
        {
            _ = piece.Change switch
            {
                Change.Removed => Mark("del", "ตัดออก ", piece.Text, " จบส่วนที่ตัด "),
                Change.Added => Mark("ins", "เพิ่ม ", piece.Text, " จบส่วนที่เพิ่ม "),
                _ => html.Append(piece.Text),
            };
        }

        return html;

        IHtmlContentBuilder Mark(string tag, string before, string text, string after) => html
            .AppendHtml($"<{tag}><span class=\"unseen\">{before}</span>")
            .Append(text)
            .AppendHtml($"<span class=\"unseen\">{after}</span></{tag}>");
    }
}
