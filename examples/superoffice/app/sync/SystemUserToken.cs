using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SuperOffice.Configuration;

namespace ContactInsights.Sync;

/// <summary>Signs the tenant's system user token, as the PartnerSystemUser service wants it.</summary>
public sealed class SystemUserToken
{
    // Throwaway key: made for this folder, opens nothing.
    private const string PrivateKey = "<RSAKeyValue><Modulus>yA4aq1FVzBhUzGBxhe9/B5wBSCm22Abg3Zco6Xshe7B0ft7WKU/Qo3zaIW585JA08CEjcsti6DbviuFW+JnaNR7V7NLr9F6ADGkYnQkf0w/xrW+IOKGt7fWU8InD6ZXIdLKrZCCv3LgYvUXAdg+YPMZQadjRnAOzcYq3JXVIMSk=</Modulus><Exponent>AQAB</Exponent><P>9FXmhVW384pa2fCBZLkhTXuP0R40EZN1d2vQYbcFbBalEAOQAnWqC0airn9ZxB/Z7jG2VywlYfbtl/XRXIPKxQ==</P><Q>0ZsJ6YJFx2RlRPV39VjQSResJAwxC4BMKMCFrGP0u0v3QYH9nx3A9WWHF1dW/z2QiNWwtCFWZVoza3I2YTtDFQ==</Q><DP>YQbPoPk2ME8r3snkCESAFg3QQaG12ZjuF7tHp9YPICop6B8SC/f/y7SEG7lUw05Gs5EoMJvGSI3PMf4a4psvZQ==</DP><DQ>C527/uTpWROHSTsRWteBM4vMTnMehLSng9qnjdY8SeT73vWFSLwtZWwrAHAmsh6HVA4DrPfsAdHt55Z8zQarwQ==</DQ><InverseQ>I0iAB80ad3C2H7BAMSftm76tMv+ZdmBVX2Sm8JRbZkoY1+n5GH0tGmdu6ohyulPRJU1u+EIicQ1DqE/Y5xKCCg==</InverseQ><D>j79qtF0OLEfzbqOCDv5HJb2YQjUPF+zhWPgLwrDiH1Fsc9lEw4yBW2gUCN+uSEHCeCUnpo20NS18NCu05Y8PdcPTTfPPUHK5rbrG5kybyb7++MU3dAwdB+wa7J4chmaqMa+kk5rkYmWtU9Mes9ERlxq3WJc58DvTXQ/M7op5tPE=</D></RSAKeyValue>";

    private readonly IConfiguration configuration;

    public SystemUserToken(IConfiguration configuration)
    {
        this.configuration = configuration;
        ConfigFile.Services.ApplicationToken = "c401ccb6f21e2947f4015fab5f9ab22e";
    }

    public string Sign()
    {
        using var key = RSA.Create();
        key.FromXmlString(PrivateKey);
        var unsigned = Setting("SystemUser:Token") + "." + DateTime.UtcNow.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        var data = Encoding.UTF8.GetBytes(unsigned);
        var signature = key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return unsigned + "." + Convert.ToBase64String(signature);
    }

    private string Setting(string name)
    {
        var value = configuration[name];
        return string.IsNullOrEmpty(value) ? throw new InvalidOperationException(name + " is not set.") : value;
    }
}
