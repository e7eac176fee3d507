using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>What kind of record a person was found in.</summary>
public enum PersonKind
{
    Sage,
    Member,

    /// <summary>Household of a plot.</summary>
    Household,

    /// <summary>Who keeps a centre.</summary>
    Host,

    /// <summary>Who answers for a centre.</summary>
    Contact,
}

/// <summary>A record that holds data of a person.</summary>
/// <param name="Id">Of the sage, member, plot or centre.</param>
/// <param name="Record">Number or name of that record.</param>
public sealed record FoundPerson(PersonKind Kind, Guid Id, string Name, string Record, string Place);

/// <summary>Finds who asks what is kept about them, in every register. That somebody searched is recorded, what was typed is not.</summary>
public static class PersonFinder
{
    /// <summary>Of each kind; who finds more has to say more.</summary>
    public const int Most = 50;

    /// <summary>Letters of a name; with fewer half of the register is found.</summary>
    private const int FewestLetters = 2;

    /// <summary>Records of a kind in the areas where the actor protects data.</summary>
    public static IQueryable<T> ProtectedFor<T>(this PortalDb db, Actor actor)
        where T : Registered
    {
        var areas = actor.AreasFor(Permission.ProtectData);
        return db.Set<T>().Where(r => areas.Any(a => r.AreaCode.StartsWith(a)));
    }

    /// <summary>Members in the areas where the actor protects data.</summary>
    public static IQueryable<Member> ProtectedMembersFor(this PortalDb db, Actor actor) =>
        db.MembersFor(actor, Permission.ProtectData).Where(m => m.ErasedAt == null);

    /// <param name="typed">A name, a register number, a telephone number or a sign-in number.</param>
    public static async Task<IReadOnlyList<FoundPerson>> FindPeopleAsync(this PortalDb db, string typed, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!by.MaySomewhere(Permission.ProtectData))
        {
            throw new PortalException("privacy.forbidden", "ท่านยังไม่มีสิทธิ์ดูแลข้อมูลส่วนบุคคล");
        }

        var asked = PersonAsked.Of(typed);
        if (asked.Phone is null && asked.SignIn is null && asked.Number.Length == 0 && asked.Key.Length < FewestLetters)
        {
            throw new PortalException("privacy.words", "โปรดใส่ชื่อ เลขทะเบียน เบอร์โทร หรือเลขประจำตัว", "words");
        }

        List<FoundPerson> found =
        [
            .. await SagesAsync(db, asked, by, cancellationToken),
            .. await MembersAsync(db, asked, by, cancellationToken),
            .. await HouseholdsAsync(db, asked, by, cancellationToken),
            .. await CentresAsync(db, asked, by, cancellationToken),
        ];
        // What cannot be recorded is not shown.
        await db.InTransaction(
            async () =>
            {
                db.Note(Verbs.PrivacySearched, by, now, ("found", found.Count));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return found;
    }

    private static async Task<IEnumerable<FoundPerson>> SagesAsync(PortalDb db, PersonAsked asked, Actor by, CancellationToken cancellationToken)
    {
        var (key, number, phone) = (asked.Key, asked.Number, asked.Phone);
        var sages = await db.ProtectedFor<Sage>(by).AsNoTracking()
            .Where(s => (key.Length >= FewestLetters && s.NameKey.Contains(key))
                || (number.Length > 0 && s.Number == number)
                || (phone != null && db.SageContacts.Any(c => c.SageId == s.Id && c.Value == phone)))
            .OrderBy(s => s.SortKey)
            .Take(Most)
            .Select(s => new { s.Id, s.Name, s.Number, s.AreaCode })
            .ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(sages.Select(s => s.AreaCode), cancellationToken);
        return sages.Select(s => new FoundPerson(PersonKind.Sage, s.Id, s.Name, s.Number ?? "", places.Name(s.AreaCode)));
    }

    private static async Task<IEnumerable<FoundPerson>> MembersAsync(PortalDb db, PersonAsked asked, Actor by, CancellationToken cancellationToken)
    {
        var (key, number, phone) = (asked.Key, asked.SignIn, asked.Phone);
        var members = await db.ProtectedMembersFor(by).AsNoTracking()
            .Where(m => (key.Length >= FewestLetters && m.NameKey.Contains(key))
                || (number != null && m.SignInNumber == number)
                || (phone != null && db.MemberContacts.Any(c => c.MemberId == m.Id && c.Phone == phone)))
            .OrderBy(m => m.SortKey)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(members.SelectMany(m => m.Roles.Select(r => r.Area)), cancellationToken);
        return members.Select(m => new FoundPerson(PersonKind.Member, m.Id, m.Name, string.Join(" · ", m.Roles.Select(r => Roles.Name(r.Role)).Distinct()), m.Roles.Count > 0 ? places.Name(m.Roles[0].Area) : ""));
    }

    // Who keeps a plot or a centre stands in the record's JSON: an area's are read through; this is asked a few times a year.
    private static async Task<IEnumerable<FoundPerson>> HouseholdsAsync(PortalDb db, PersonAsked asked, Actor by, CancellationToken cancellationToken)
    {
        var plots = new List<(Plot Plot, string Name)>();
        await foreach (var plot in db.ProtectedFor<Plot>(by).AsNoTracking().OrderBy(p => p.SortKey).ThenBy(p => p.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var names = new[] { plot.Profile.Household, plot.Draft?.Profile.Household ?? "" }.Where(n => n.Length > 0).Distinct().ToList();
            if (names.Count > 0 && plots.Count < Most && (asked.IsNumberOf(plot) || names.Exists(asked.IsName)))
            {
                plots.Add((plot, names[^1]));
            }
        }

        var places = await db.PlacesAsync(plots.Select(p => p.Plot.AreaCode), cancellationToken);
        return plots.Select(p => new FoundPerson(PersonKind.Household, p.Plot.Id, p.Name, $"{p.Plot.Number} {p.Plot.Name}".Trim(), places.Name(p.Plot.AreaCode)));
    }

    private static async Task<IEnumerable<FoundPerson>> CentresAsync(PortalDb db, PersonAsked asked, Actor by, CancellationToken cancellationToken)
    {
        var found = new List<(PersonKind Kind, Centre Centre, string Name)>();
        await foreach (var centre in db.ProtectedFor<Centre>(by).AsNoTracking().OrderBy(c => c.SortKey).ThenBy(c => c.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            CentreRecord[] wordings = centre.Draft is { } draft ? [draft, centre.Shown] : [centre.Shown];
            var hosts = wordings.Select(w => w.Profile.Host).Where(h => h.Length > 0).ToList();
            if (hosts.Count > 0 && found.Count < Most && (asked.IsNumberOf(centre) || hosts.Exists(asked.IsName)))
            {
                found.Add((PersonKind.Host, centre, hosts[0]));
            }

            var contacts = wordings.Select(w => w.Private).Where(p => p.ContactName.Length + p.ContactPhone.Length > 0).ToList();
            if (contacts.Count > 0 && found.Count < Most && (asked.IsNumberOf(centre) || contacts.Exists(c => asked.IsName(c.ContactName) || asked.IsPhone(c.ContactPhone))))
            {
                found.Add((PersonKind.Contact, centre, contacts[0].ContactName));
            }
        }

        var places = await db.PlacesAsync(found.Select(f => f.Centre.AreaCode), cancellationToken);
        return found.Select(f => new FoundPerson(f.Kind, f.Centre.Id, f.Name, $"{f.Centre.Number} {f.Centre.Name}".Trim(), places.Name(f.Centre.AreaCode)));
    }

    /// <summary>What was typed, read in each way that it can be meant.</summary>
    private sealed record PersonAsked(string Key, string Number, string? Phone, string? SignIn)
    {
        private const int LongestInput = 200;

        public static PersonAsked Of(string typed)
        {
            var line = typed.Length > LongestInput ? typed[..LongestInput] : typed;
            var number = ThaiDigits.ToArabic(ThaiText.Normalize(line)).Trim().ToUpperInvariant();
            var name = ThaiName.MatchKey(line);
            return new(
                number.Any(char.IsAsciiDigit) ? "" : name.Length > 0 ? name : ThaiName.Key(line),
                number.Count(c => c == '-') == 2 && number.Any(char.IsAsciiDigit) ? number : "",
                PhoneNumber.Parse(line),
                SignInNumber.Parse(line));
        }

        public bool IsName(string name) => Key.Length >= FewestLetters && (ThaiName.Key(name).Contains(Key, StringComparison.Ordinal) || ThaiName.MatchKey(name).Contains(Key, StringComparison.Ordinal));

        public bool IsNumberOf(Registered record) => Number.Length > 0 && record.Number == Number;

        public bool IsPhone(string phone) => Phone is not null && PhoneNumber.Parse(phone) == Phone;
    }
}
