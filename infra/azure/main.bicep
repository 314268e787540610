// An environment of the service on Azure: a Swarm of machines behind a balancer, a managed PostgreSQL, a vault, logs and alerts. docs/azure.md explains it.
targetScope = 'resourceGroup'

import { serviceSettings } from 'settings.bicep'

@description('What the names of the resources begin with: the stack of the environment.')
@minLength(3)
@maxLength(20)
param stack string

@description('As in .nuke/environments.')
@allowed(['staging', 'production'])
param environment string
param location string = resourceGroup().location

@description('The name under which users reach it. Its DNS entry points at the address that comes out.')
param host string

@description('The port that the proxy on each machine publishes.')
@minValue(1)
@maxValue(65535)
param publishedPort int

@description('Whether the proxy speaks TLS: the environment has a certificate.')
param encrypted bool

@description('The settings of the service, by the names and no others that it knows.')
param settings serviceSettings

@description('The name of the vault, one of its kind in the world.')
param vaultName string

@description('Machines of the Swarm.')
@allowed([1, 3, 5])
param machineCount int = 3
param machineSize string = 'Standard_D2as_v5'
param machineZones string[] = ['1', '2', '3']
param machineAdministrator string = 'qgp'
param machineAdministratorPublicKey string

@description('From where machines are administered over SSH: one range, never the internet.')
param operatorAddressRange string

@description('The object id of the group whose members write secrets.')
param operatorsGroupId string

@description('Who is told when something is wrong.')
param alertMailAddress string

param databaseSku { name: string, tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized' } = {
  name: 'Standard_B2s'
  tier: 'Burstable'
}
param databaseStorageGigabytes int = 32
param databaseBackupDays int = 14
param databaseHighlyAvailable bool = false
param databaseAdministrator string = 'qgp'
param logRetentionDays int = 30
param logDailyGigabytes int = 1

@secure()
@minLength(16)
param databasePassword string

@secure()
@minLength(32)
param secretKey string

@secure()
@minLength(32)
param jwtSecretKey string

var databaseName = 'qgp'
var tags = {
  'qgp.project': 'quality-governance'
  'qgp.purpose': 'environment'
  'qgp.environment': environment
  'qgp.host': host
}

module workspace 'modules/workspace.bicep' = {
  params: {
    prefix: stack
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyGigabytes: logDailyGigabytes
  }
}

module identity 'modules/identity.bicep' = {
  params: { prefix: stack, location: location, tags: tags }
}

module network 'modules/network.bicep' = {
  params: {
    prefix: stack
    location: location
    tags: tags
    operatorAddressRange: operatorAddressRange
    publishedPort: publishedPort
    workspaceId: workspace.outputs.id
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    prefix: stack
    location: location
    tags: tags
    name: vaultName
    networkId: network.outputs.networkId
    endpointsSubnetId: network.outputs.endpointsSubnetId
    workspaceId: workspace.outputs.id
    readerPrincipalId: identity.outputs.principalId
    operatorsGroupId: operatorsGroupId
  }
}

module database 'modules/database.bicep' = {
  params: {
    prefix: stack
    location: location
    tags: tags
    networkId: network.outputs.networkId
    subnetId: network.outputs.databaseSubnetId
    workspaceId: workspace.outputs.id
    sku: databaseSku
    storageGigabytes: databaseStorageGigabytes
    backupDays: databaseBackupDays
    highlyAvailable: databaseHighlyAvailable
    administrator: databaseAdministrator
    administratorPassword: databasePassword
    databaseName: databaseName
  }
}

module secrets 'modules/secrets.bicep' = {
  // By its name and not by what comes out of it, so that a preview of a change can look inside.
  dependsOn: [vault]
  params: {
    vaultName: vaultName
    databaseUrl: 'postgresql://${databaseAdministrator}:${uriComponent(databasePassword)}@${database.outputs.host}:5432/${databaseName}?sslmode=verify-full'
    secretKey: secretKey
    jwtSecretKey: jwtSecretKey
  }
}

module balancer 'modules/balancer.bicep' = {
  params: {
    prefix: stack
    location: location
    tags: tags
    publicPort: encrypted ? 443 : 80
    publishedPort: publishedPort
    encrypted: encrypted
    workspaceId: workspace.outputs.id
  }
}

module machines 'modules/machines.bicep' = {
  params: {
    prefix: stack
    location: location
    tags: tags
    subnetId: network.outputs.machinesSubnetId
    poolId: balancer.outputs.poolId
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    vaultUri: vault.outputs.uri
    collectionRuleId: workspace.outputs.collectionRuleId
    workspaceId: workspace.outputs.id
    count: machineCount
    size: machineSize
    zones: machineZones
    administrator: machineAdministrator
    administratorPublicKey: machineAdministratorPublicKey
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    prefix: stack
    location: location
    tags: tags
    mailAddress: alertMailAddress
    workspaceId: workspace.outputs.id
    balancerId: balancer.outputs.id
    machinesId: machines.outputs.id
    databaseId: database.outputs.id
    failedRequests: 5
  }
}

@description('What the DNS entry of the host points at.')
output address string = balancer.outputs.address
output azureName string = balancer.outputs.name
output machines string = machines.outputs.name

@description('The variables of a container that reads its secrets from the vault itself.')
output containerEnvironment object = union(settings, {
  APP_ENV: environment
  KEY_VAULT_URI: vault.outputs.uri
  KEY_VAULT_CLIENT_ID: identity.outputs.clientId
  DATABASE_URL_VAULT: 'database-url'
  SECRET_KEY_VAULT: 'secret-key'
  JWT_SECRET_KEY_VAULT: 'jwt-secret-key'
})
