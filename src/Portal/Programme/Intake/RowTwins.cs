using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Finds who of a sheet may be in the register, or in the sheet above, already.</summary>
internal interface IRowTwins
{
    /// <summary>Looks up what the rows will be compared with.</summary>
    /// <param name="own">Records that came from this sheet: its rows were compared with each other.</param>
    Task PrepareAsync(PortalDb db, IReadOnlyList<IntakeRow> rows, IReadOnlySet<Guid> own, CancellationToken cancellationToken);

    /// <summary>Those like a row, likeliest first.</summary>
    /// <param name="isKnown">Whether the row says which record it is: two such of one sheet are two.</param>
    Task<IReadOnlyList<RowTwin>> OfAsync(PortalDb db, IntakeRow row, bool isKnown, CancellationToken cancellationToken);

    /// <summary>Rows further down are compared with this one too.</summary>
    void Add(IntakeRow row, bool isKnown);

    static IRowTwins For(IntakeRegister register, string area, Actor actor) =>
        register.Kind == FormKind.Sage ? new SageTwins(area, actor) : new NameTwins(register, actor);
}
