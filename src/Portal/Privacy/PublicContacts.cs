using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>A way to reach a sage, as readers see it.</summary>
/// <param name="Url">What opens it: <c>tel:</c>, <c>mailto:</c>, <c>https:</c>; <c>null</c> → only to be read.</param>
public sealed record ContactLine(string Channel, string Value, string? Url, string BestTime);

public static class PublicContacts
{
    /// <summary>What everybody may see: public lines of a living sage who is shown and who agreed to be reached.</summary>
    public static async Task<IReadOnlyList<ContactLine>> PublicContactsAsync(this PortalDb db, Guid sageId, CancellationToken cancellationToken) =>
    [
        .. (await db.SageContacts.AsNoTracking()
            .Where(c => c.SageId == sageId && c.Visibility == Visibility.Public
                && db.SagesToAsk().Any(s => s.Id == sageId)
                && db.Consents.Any(g => g.SageId == sageId && g.Purpose == ConsentPurpose.Phone && g.WithdrawnAt == null))
            .OrderBy(c => c.Id)
            .ToListAsync(cancellationToken)).Select(c => new ContactLine(c.Channel.Name(), c.Value, Address(c), c.BestTime)),
    ];

    private static string? Address(SageContact contact) => contact.Channel switch
    {
        ContactChannel.Phone => $"tel:{new string([.. contact.Value.Where(c => char.IsAsciiDigit(c) || c == '+')])}",
        ContactChannel.Email => $"mailto:{contact.Value}",
        ContactChannel.Line => $"https://line.me/ti/p/~{Uri.EscapeDataString(contact.Value)}",
        // A page is named in many ways; only its address leads there.
        _ => Uri.TryCreate(contact.Value, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps ? page.AbsoluteUri : null,
    };
}
