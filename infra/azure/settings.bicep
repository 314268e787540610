// Written by ./build.sh GenerateInfrastructureParameters out of the table of settings in docs/configuration.md. A name that the service does not know does not compile.
@export()
@sealed()
type serviceSettings = {
  @description('https://name.vault.azure.net, the Azure Key Vault whose secrets are named by DATABASE_URL_VAULT and the like. It is asked only where one of them is given.')
  KEY_VAULT_URI: string?
  @description('The client id of the user-assigned managed identity that reads the vault.')
  KEY_VAULT_CLIENT_ID: string?
  @description('HS256, the one algorithm that tokens are signed with.')
  JWT_ALGORITHM: string?
  @description('Minutes, a positive whole number up to 525600 (a year).')
  JWT_ACCESS_TOKEN_EXPIRE_MINUTES: string?
  @description('Days, a positive whole number up to 3650 (ten years).')
  JWT_REFRESH_TOKEN_EXPIRE_DAYS: string?
  @description('Origins such as https://app.example.com, separated by commas or as a JSON array. Production refuses *.')
  CORS_ORIGINS: string?
  @description('Addresses, ranges such as 10.0.7.0/24 and names of the proxies in front, separated by commas. Only they are believed when they say from where a request came.')
  TRUSTED_PROXIES: string?
  @description('Requests a minute that one replica takes from one user, or from one address without a login; 0 for no limit. Health is never limited, failed logins always.')
  RATE_LIMIT_PER_MINUTE: string?
  @description('How risks are rated: steps of likelihood x steps of impact (2 to 10 each), then each level as name:score it begins at:colour, by rising score from 1, separated by commas.')
  RISK_MATRIX: string?
  @description('A level of Python (DEBUG, INFO, WARNING, ERROR, CRITICAL) or of .NET (Trace, Debug, Information, Warning, Error, Critical, None), in any case.')
  LOG_LEVEL: string?
  @description('true or false. Logs SQL statements without their values.')
  DATABASE_ECHO: string?
  @description('true or false. Makes DEBUG the default of LOG_LEVEL; answers stay the same.')
  DEBUG: string?
  @description('The name shown in the OpenAPI document, up to 100 characters.')
  APP_NAME: string?
  @description('The TCP port to listen on, 1 to 65535.')
  PORT: string?
}
