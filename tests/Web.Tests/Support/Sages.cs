using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Support;

/// <summary>Sages of the register to try things on.</summary>
internal static class Sages
{
    public const string Village = "บ้านโคกลับตา";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <param name="agrees">What the person agreed to; with the profile the page is published.</param>
    /// <param name="accepted">Whether the office accepted the record.</param>
    /// <param name="creator">Who entered it; <c>null</c> → the portal itself.</param>
    public static Task<Sage> AddSageAsync(this Portal portal, string name, IReadOnlyCollection<ConsentPurpose> agrees, bool accepted = true, Guid? creator = null) => portal.AskAsync(db => db.InTransaction(
        async () =>
        {
            var by = Actor.System with { Id = creator ?? Actor.System.Id };
            var sage = Sage.Create(null, null);
            sage.Write(new(name, "310401", new(), new() { Village = Village }), "", by, Now, accepted ? CheckState.Accepted : CheckState.Draft);
            db.Sages.Add(sage);
            db.Consents.AddRange(agrees.Select(p => sage.Consent(new(p, new DateOnly(2021, 7, 8), ConsentMethod.Paper), Actor.System, Now)));
            if (accepted && agrees.Contains(ConsentPurpose.Profile))
            {
                sage.Publish(mayBeShown: true, Actor.System, Now);
            }

            await db.SaveChangesAsync();
            return sage;
        },
        TestContext.Current.CancellationToken));

    /// <summary>Adds a channel as the office does.</summary>
    public static async Task<Guid> AddContactAsync(this Portal portal, Sage sage, ContactChannel channel, string value, Visibility visibility)
    {
        await portal.AskAsync(async db =>
        {
            await db.AddContactAsync(sage.Id, new(channel, value, visibility, ""), Actor.System, Now, TestContext.Current.CancellationToken);
            return true;
        });
        return await portal.AskAsync(db => db.SageContacts.Where(c => c.SageId == sage.Id).OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync());
    }

    /// <summary>Makes a member the sage of the register.</summary>
    public static Task<bool> LinkAsync(this Portal portal, string member, Sage sage) => portal.AskAsync(db => db.InTransaction(
        async () =>
        {
            var linked = await db.Members.SingleAsync(m => m.Name.StartsWith(member));
            linked.Write(linked.Name, sage.Key, Actor.System, Now);
            await db.SaveChangesAsync();
            return true;
        },
        TestContext.Current.CancellationToken));
}
