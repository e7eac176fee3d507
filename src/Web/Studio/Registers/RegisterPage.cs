using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>A page of one of the registers, for who enters or checks records somewhere.</summary>
public abstract class RegisterPage(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    /// <summary>Which register, from the address.</summary>
    [FromRoute]
    public string Register { get; set; } = "";

    public RegisterDesk Desk { get; private set; } = RegisterDesks.Sages;

    protected PortalDb Db => db;

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected DateOnly Today => ThaiTime.Day(Now);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (RegisterDesks.Find(Register) is not { } desk || !(Actor.MaySomewhere(Permission.Register) || Actor.MaySomewhere(Permission.Check)))
        {
            context.Result ??= NotFound();
            return;
        }

        Desk = desk;
    }

    /// <summary>Names of members for what they did; who was erased is said so.</summary>
    protected async Task<Func<Guid, string>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var names = await db.MemberNamesAsync(ids.ToHashSet(), cancellationToken);
        return id => id == Actor.System.Id ? "ไฟล์ที่นำเข้า" : names.GetValueOrDefault(id, "สมาชิกที่ลบข้อมูลแล้ว");
    }

    /// <summary>What a field is called: as the form says.</summary>
    protected static Func<string, string> Labels(FormDefinition? form) => code => form?.Fields.FirstOrDefault(f => f.Code == code)?.Label ?? code;
}
