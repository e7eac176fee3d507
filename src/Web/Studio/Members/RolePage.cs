using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>A form in which somebody gets a role.</summary>
public abstract class RolePage(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    [BindProperty]
    public MemberForm Form { get; set; } = new();

    public MemberChoices Choices { get; private set; } = null!;

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    protected PortalDb Db => db;

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected void Begin()
    {
        Form.Role = Role.Villager;
        Form.AreaCode = Actor.AreasFor(Permission.Enrol)[0] is { Length: > 0 } own ? own : Portal.Knowledge.Exchange.ContentImporter.HomeArea;
    }

    /// <summary>Reads the role and does it; the form again with what is wrong when it cannot be done.</summary>
    protected async Task<IActionResult> GiveAsync(string? act, Func<Role, DateOnly?, Task<IActionResult>> give, CancellationToken cancellationToken)
    {
        var wrong = new List<(string Field, string Message)>();
        var until = Form.ReadUntil(wrong);
        var area = Form.AreaCode;
        if (AreaChoices.Move(ref area, Form.Province) && Form.AreaCode.Length > 0)
        {
            Form.AreaCode = area;
            wrong.Add(("Area", "เลือกจังหวัดใหม่แล้ว โปรดเลือกพื้นที่ในจังหวัดนั้น"));
        }

        if (Form.Centre.Length > 0)
        {
            Form.AreaCode = await db.Centres.Where(c => c.Key == Form.Centre).Select(c => c.AreaCode).SingleOrDefaultAsync(cancellationToken) ?? Form.AreaCode;
        }

        if (act != "more" && wrong.Count == 0)
        {
            try
            {
                return await give(Form.Role ?? throw new PortalException("member.role", "โปรดเลือกบทบาท", "Role"), until);
            }
            catch (PortalException refusal)
            {
                wrong.Add((refusal.Field ?? "", refusal.Message));
            }
        }

        Wrong = act == "more" ? [] : wrong;
        return await FormAsync(cancellationToken);
    }

    protected Task<IActionResult> RefuseAsync(PortalException refusal, CancellationToken cancellationToken)
    {
        Wrong = [(refusal.Field ?? "", refusal.Message)];
        return FormAsync(cancellationToken);
    }

    protected async Task<IActionResult> FormAsync(CancellationToken cancellationToken)
    {
        Choices = await MemberChoices.LoadAsync(db, Actor, Form.AreaCode, cancellationToken);
        ModelState.Clear();
        return Page();
    }
}
