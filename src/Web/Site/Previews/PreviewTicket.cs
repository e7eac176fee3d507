using System.Globalization;
using System.Security.Cryptography;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Reading;
using Microsoft.AspNetCore.DataProtection;

namespace KhokNongNa.Web.Site.Previews;

/// <summary>Seals which revision of which text may be looked at, and until when. Nothing is kept: who changes a letter of it has nothing.</summary>
public sealed class PreviewTicket(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _seal = protection.CreateProtector("preview-link");

    /// <param name="until">Last day in Bangkok.</param>
    public string Url(SharedRevision shared, DateOnly until) =>
        $"/preview/{_seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{shared.EntryId:N} {shared.Number} {shared.Series} {until:yyyy-MM-dd}"))}";

    /// <summary><c>null</c> for anything that was not sealed here, or whose last day is over.</summary>
    public SharedRevision? Open(string token)
    {
        try
        {
            return _seal.Unprotect(token).Split(' ') is [var id, var number, var series, var until]
                && ThaiTime.Day(clock.GetUtcNow()) <= DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                ? new SharedRevision(Guid.ParseExact(id, "N"), int.Parse(number, CultureInfo.InvariantCulture), int.Parse(series, CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
