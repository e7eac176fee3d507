using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>A test with a provider that is as it should be, and a browser nobody has used.</summary>
[Collection(ProviderPortal.Name)]
public abstract class ProviderTest : IDisposable
{
    protected const string ByHome = "เข้าสู่ระบบด้วย บ้าน";

    private readonly ProviderPortal _all;

    protected ProviderTest(ProviderPortal all)
    {
        _all = all;
        all.Provider.Reset();
        Browser = all.Portal.Visitor();
    }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected ProviderPortal All => _all;

    protected Support.Portal Portal => _all.Portal;

    private protected Provider Provider => _all.Provider;

    private protected Person Person
    {
        get => Provider.Person;
        set => Provider.Person = value;
    }

    protected Visitor Browser { get; }

    public void Dispose()
    {
        Browser.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>From the sign-in page to the provider and wherever that leads.</summary>
    protected async Task<Answer> ComeAsync(string page = "/sign-in", string words = ByHome, Func<Uri, Uri?>? change = null) =>
        await Browser.TravelAsync((await Browser.GetAsync(page)).Link(words), change);

    /// <summary>Who is signed in; <c>null</c> → nobody.</summary>
    protected static async Task<string?> WhoAsync(Visitor browser) =>
        (await browser.GetAsync("/studio/entries")).Document.QuerySelector(".studio-who a")?.TextContent;

    protected Task<List<string>> VerbsAsync(Guid member) =>
        Portal.AskAsync(db => db.Journal.Where(h => h.SubjectId == member).OrderBy(h => h.Seq).Select(h => h.Verb).ToListAsync(Stop));

    protected Task<List<ExternalLogin>> LoginsAsync(Guid member) =>
        Portal.AskAsync(db => db.ExternalLogins.AsNoTracking().Where(l => l.MemberId == member).ToListAsync(Stop));
}
