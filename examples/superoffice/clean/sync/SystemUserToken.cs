using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SuperOffice.Configuration;

namespace ContactInsights.Sync;

/// <summary>Signs the tenant's system user token, as the PartnerSystemUser service wants it.</summary>
public sealed class SystemUserToken
{
    // The half of the pair that is registered at SuperOffice. It is public.
    private const string RegisteredKey = "<RSAKeyValue><Modulus>yA4aq1FVzBhUzGBxhe9/B5wBSCm22Abg3Zco6Xshe7B0ft7WKU/Qo3zaIW585JA08CEjcsti6DbviuFW+JnaNR7V7NLr9F6ADGkYnQkf0w/xrW+IOKGt7fWU8InD6ZXIdLKrZCCv3LgYvUXAdg+YPMZQadjRnAOzcYq3JXVIMSk=</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>";

    private readonly IConfiguration configuration;

    public SystemUserToken(IConfiguration configuration)
    {
        this.configuration = configuration;
        if (string.IsNullOrEmpty(ConfigFile.Services.ApplicationToken))
        {
            throw new InvalidOperationException("The deployment has not set the application token.");
        }
    }

    public string Sign()
    {
        using var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(Setting("SystemUser:PrivateKeyFile")));
        var unsigned = Setting("SystemUser:Token") + "." + DateTime.UtcNow.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        var data = Encoding.UTF8.GetBytes(unsigned);
        var signature = key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        using var registered = RSA.Create();
        registered.FromXmlString(RegisteredKey);
        if (!registered.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        {
            throw new InvalidOperationException("The mounted key is not the registered one.");
        }

        return unsigned + "." + Convert.ToBase64String(signature);
    }

    private string Setting(string name)
    {
        var value = configuration[name];
        return string.IsNullOrEmpty(value) ? throw new InvalidOperationException(name + " is not set.") : value;
    }
}
