using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>Sheets that rows of the table are about: brought by none of those who ask, with one good row.</summary>
internal static class AuthoritySheets
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static string Table(string name) => $"ชื่อ-นามสกุล\tตำบล\n{name}\tนางรอง";

    public static Task<Guid> TakeAsync(Support.Portal portal, string name) => portal.AskAsync(async db =>
    {
        var (id, officer) = (Guid.CreateVersion7(), Actor.System with { Id = Guid.CreateVersion7() });
        await db.TakeIntakeAsync(id, FormKind.Sage, "3104", SheetReader.ReadPasted(Table($"{name} {AuthoritySubjects.Mark}")), officer, Now, default);
        await db.RunIntakeAsync(id, officer, Now, default);
        return id;
    });
}
