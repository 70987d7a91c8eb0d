using ContactInsights.Sync;

const string heartbeat = "/tmp/heartbeat";

if (args is ["--health"])
{
    var age = DateTime.UtcNow - File.GetLastWriteTimeUtc(heartbeat);
    return age < TimeSpan.FromMinutes(5) ? 0 : 1;
}

var builder = Host.CreateApplicationBuilder(args);
SuperOffice.Configuration.ConfigFile.Services.ApplicationToken = builder.Configuration["SuperOffice:ApplicationToken"];
builder.Services.AddSingleton<SystemUserToken>();
builder.Services.AddHostedService(services => new SyncWorker(
    services.GetRequiredService<SystemUserToken>(),
    services.GetRequiredService<ILogger<SyncWorker>>(),
    heartbeat));
await builder.Build().RunAsync();
return 0;

internal sealed class SyncWorker(SystemUserToken token, ILogger<SyncWorker> logger, string heartbeat) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        var nextRun = DateTime.UtcNow;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await File.WriteAllTextAsync(heartbeat, "alive", stoppingToken);
            if (DateTime.UtcNow < nextRun)
            {
                continue;
            }

            var signed = token.Sign();
            logger.LogInformation("Contacts are synchronised as the system user ({Length} characters)", signed.Length);
            nextRun = DateTime.UtcNow.AddDays(1);
        }
    }
}
