using System.Globalization;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>How far a text has come; each step is one form.</summary>
internal enum Stage
{
    None,
    Draft,
    InReview,
    Approved,
    Published,
}

/// <summary>What a client knows about a text that it wrote.</summary>
internal sealed class WrittenText(string title, string mark)
{
    public string Title => title;

    /// <summary>Last word of its body.</summary>
    public string Mark => mark;

    /// <summary>Known once the draft was acknowledged.</summary>
    public Guid Id { get; set; }

    /// <summary>The portal said that it is done.</summary>
    public Stage Acknowledged { get; set; }

    /// <summary>Was asked for; nobody knows whether it was done.</summary>
    public Stage Asked { get; set; }
}

/// <summary>Several clients write and publish at once until the portal dies under them.</summary>
/// <param name="tag">In every title.</param>
/// <param name="killAfter">Acknowledgements.</param>
internal sealed class Burst(string tag, int killAfter, PortalProcess portal, Member writer, Member reviewer)
{
    private const int Clients = 4;

    private readonly Lock _writing = new();
    private readonly List<WrittenText> _texts = [];
    private int _acknowledged;

    public string Tag => tag;

    public IReadOnlyList<WrittenText> Texts => _texts;

    public async Task RunAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(WriteUntilKilledAsync)));
        await portal.EndAsync();
    }

    private async Task WriteUntilKilledAsync()
    {
        try
        {
            while (true)
            {
                var text = Begin();
                await StepAsync(text, Stage.Draft, async () => text.Id = await writer.DraftAsync("article", Fields(text)));
                await StepAsync(text, Stage.InReview, () => writer.ActAsync(text.Id, "submission"));
                await StepAsync(text, Stage.Approved, () => reviewer.ApproveAsync(text.Id));
                await StepAsync(text, Stage.Published, () => reviewer.ActAsync(text.Id, "publication"));
            }
        }
        catch (HttpRequestException)
        {
            // The portal is dead; what was under way is nobody's promise.
        }
    }

    private WrittenText Begin()
    {
        lock (_writing)
        {
            var number = (_texts.Count + 1).ToString("000", CultureInfo.InvariantCulture);
            var text = new WrittenText($"{tag} {number} ปุ๋ยหมักจากฟางและใบไม้", $"จบ{tag}x{number}");
            _texts.Add(text);
            return text;
        }
    }

    private async Task StepAsync(WrittenText text, Stage stage, Func<Task> post)
    {
        text.Asked = stage;
        await post();
        text.Acknowledged = stage;
        if (Interlocked.Increment(ref _acknowledged) == killAfter)
        {
            portal.KillNow();
        }
    }

    private static Dictionary<string, string> Fields(WrittenText text) => new()
    {
        ["Form.Title"] = text.Title,
        ["Form.Summary"] = "ดินดีขึ้นโดยไม่ต้องซื้อปุ๋ย",
        ["Form.MainTopic"] = "compost",
        ["Form.Body"] = string.Concat(Enumerable.Repeat("เก็บฟางหลังเกี่ยวข้าว กองสลับกับใบไม้และมูลวัว รดน้ำพอชื้น ", 40)) + text.Mark,
    };
}
