@description('The vault that keeps them.')
param vaultName string

@secure()
param databaseUrl string

@secure()
param secretKey string

@secure()
param jwtSecretKey string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName

  resource database 'secrets' = {
    name: 'database-url'
    properties: { value: databaseUrl, contentType: 'DATABASE_URL' }
  }

  resource key 'secrets' = {
    name: 'secret-key'
    properties: { value: secretKey, contentType: 'SECRET_KEY' }
  }

  resource jwtKey 'secrets' = {
    name: 'jwt-secret-key'
    properties: { value: jwtSecretKey, contentType: 'JWT_SECRET_KEY' }
  }
}
