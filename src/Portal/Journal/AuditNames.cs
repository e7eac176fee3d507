using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Journal;

/// <summary>
/// What the ids and codes of some journal rows are called today. The journal itself holds no name: who was erased has none any more, and
/// what is gone neither.
/// </summary>
public sealed class AuditNames
{
    /// <summary>What somebody is called who asked to be forgotten.</summary>
    public const string Erased = "ผู้ใช้ที่ลบแล้ว";

    private static readonly string[] People = ["author", "recorder", "teller"];

    private Dictionary<Guid, string> _members = [];
    private Dictionary<Guid, string> _subjects = [];
    private Dictionary<Guid, string> _devices = [];
    private Dictionary<string, string> _centres = [];
    private Places _places = new(new Dictionary<string, Area>());

    public static async Task<AuditNames> OfAsync(PortalDb db, IReadOnlyCollection<AuditRow> rows, CancellationToken cancellationToken)
    {
        var people = rows.Select(r => r.Row.ActorId)
            .Concat(rows.Where(r => r.Row.SubjectType == Subjects.Member).Select(r => r.Row.SubjectId))
            .Concat(rows.SelectMany(r => People, (r, key) => r.Id(key)).OfType<Guid>())
            .ToHashSet();
        var devices = rows.Select(r => r.Id("device")).OfType<Guid>().ToHashSet();
        var centres = Texts("centre");
        return new()
        {
            _members = await db.MemberNamesAsync(people, cancellationToken),
            _subjects = await AuditSubjects.NamesAsync(db, rows, cancellationToken),
            _devices = devices.Count == 0 ? [] : await db.Devices.Where(d => devices.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Label, cancellationToken),
            _centres = centres.Count == 0 ? [] : await db.Centres.Where(c => centres.Contains(c.Key)).ToDictionaryAsync(c => c.Key, c => c.Name, cancellationToken),
            _places = await db.PlacesAsync(Texts("area"), cancellationToken),
        };

        HashSet<string> Texts(string key) => [.. rows.Select(r => r.Text(key)).OfType<string>().Where(t => t.Length > 0)];
    }

    /// <summary>Whoever has this id, the portal itself among them.</summary>
    public string Who(Guid id) => id == Actor.System.Id ? AuditQueries.SystemName : _members.GetValueOrDefault(id, Erased);

    public bool IsKnown(Guid member) => _members.ContainsKey(member);

    /// <summary>Name or title of what a row is about; <c>null</c> when it is gone.</summary>
    public string? Subject(Happening row) => row.SubjectType == Subjects.Member ? _members.GetValueOrDefault(row.SubjectId) : _subjects.GetValueOrDefault(row.SubjectId);

    /// <summary>«Chrome บน Android»; <c>null</c> when it was forgotten.</summary>
    public string? Device(Guid id) => _devices.GetValueOrDefault(id);

    /// <summary>Name of a centre by key; <c>null</c> when it is gone.</summary>
    public string? Centre(string key) => _centres.GetValueOrDefault(key);

    /// <summary>«อ.นางรอง จ.บุรีรัมย์»; empty when the code is unknown.</summary>
    public string Place(string code) => _places.Name(code);
}
