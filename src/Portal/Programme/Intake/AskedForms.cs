using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Which form is asked in an area, and whether it may be written there now: found out once a transaction and not for each of its records.</summary>
internal sealed class AskedForms(PortalDb db, FormKind kind, DateTimeOffset now)
{
    private readonly Dictionary<string, FormDefinition?> _forms = [];
    private readonly HashSet<string> _open = [];

    public async Task<FormDefinition?> OfAsync(string area, CancellationToken cancellationToken)
    {
        if (!_forms.TryGetValue(area, out var form))
        {
            _forms[area] = form = await db.AskedFormAsync(kind, area, now, cancellationToken);
        }

        return form;
    }

    /// <exception cref="PortalException">A report of the district is closed.</exception>
    public async Task DemandOpenAsync(string area, CancellationToken cancellationToken)
    {
        if (!_open.Contains(area))
        {
            await db.DemandOpenAsync(kind, area, now, cancellationToken);
            _open.Add(area);
        }
    }
}
