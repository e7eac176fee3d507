using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Programme;

/// <summary>Things that happen in a round, by chance; what is refused just does not happen.</summary>
internal sealed class RandomHistory(RoundWorld world, int seed, CancellationToken stop)
{
    private static readonly string[] Tambons = ["310201", "310202", "310204", "310427", "310401", "311801"];

    private readonly Random _random = new(seed);
    private readonly List<Guid> _sages = [];
    private readonly List<Guid> _plots = [];
    private readonly List<Guid> _centres = [];
    private readonly List<Guid> _activities = [];

    private TestPortal Portal => world.Portal;

    private string Tambon => Tambons[_random.Next(Tambons.Length)];

    public async Task StepAsync()
    {
        try
        {
            await (_random.Next(14) switch
            {
                0 or 1 => AddAsync(_plots, world.PlotAsync(Tambon)),
                2 or 3 => AddAsync(_sages, world.SageAsync(Tambon, _random.Next(2) == 0 ? "ลุง" : "")),
                4 => AddAsync(_centres, world.CentreAsync(Tambon)),
                5 => AddAsync(_activities, world.ActivityAsync(Plan(), Tambon)),
                6 => OnAsync(_sages, id => Portal.Run(db => db.SubmitAsync<Sage>(id, People.FromProvince, world.Now, stop))),
                7 => OnAsync(_sages, id => Portal.Run(db => db.CheckAsync<Sage>(id, 1, RoundWorld.Head("3102"), world.Now, stop))),
                8 => OnAsync(_sages, id => Portal.Run(db => db.RememberAsync(id, People.FromProvince, world.Now, stop))),
                9 => OnAsync(_plots, id => Portal.Run(db => db.OnRecordAsync<Plot>(id, People.FromProvince, world.Now, plot => Do(() => plot.Move(new(PlotState.Withdrawn, ThaiTime.Day(world.Now), "ย้าย"), People.FromProvince, world.Now)), stop))),
                10 => OnAsync(_activities, id => Portal.Run(db => db.WriteRecordAsync<Activity, ActivityRecord>(id, 1, r => r with { Profile = Plan() }, People.FromProvince, world.Now, stop))),
                11 => world.SubmitAsync(_random.Next(2) == 0 ? "3102" : "3104"),
                12 => world.ReopenAsync(_random.Next(2) == 0 ? "3102" : "3104"),
                _ => Portal.Run(db => db.ExemptAsync(world.Round, "3104", _random.Next(2) == 0, People.FromProvince, world.Now, stop)),
            });
        }
        catch (PortalException)
        {
            // It was refused, and so did not happen.
        }
    }

    private ActivityProfile Plan() => new()
    {
        IsKickOff = _random.Next(2) == 0,
        On = _random.Next(3) == 0 ? null : new DateOnly(2021, 7, 15),
        Plot = "plot",
        Sages = _random.Next(3) == 0 ? [] : ["sage"],
    };

    private static async Task AddAsync(List<Guid> known, Task<Guid> enter) => known.Add(await enter);

    private Task OnAsync(List<Guid> known, Func<Guid, Task> act) => known.Count == 0 ? Task.CompletedTask : act(known[_random.Next(known.Count)]);

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
