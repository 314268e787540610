@description('What the names of the resources begin with.')
param prefix string
param location string
param tags object

@description('Where users knock.')
param publicPort int

@description('The port that the proxy on each machine publishes.')
param publishedPort int

@description('Whether the proxy speaks TLS: the environment has a certificate.')
param encrypted bool
param workspaceId string

var name = '${prefix}-balancer'

resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: '${prefix}-public-ip'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  zones: ['1', '2', '3']
  properties: {
    publicIPAllocationMethod: 'Static'
    dnsSettings: { domainNameLabel: '${prefix}-${uniqueString(resourceGroup().id)}' }
  }
}

resource balancer 'Microsoft.Network/loadBalancers@2024-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: {
    frontendIPConfigurations: [{ name: 'users', properties: { publicIPAddress: { id: address.id } } }]
    backendAddressPools: [{ name: 'machines' }]
    probes: [
      {
        // The proxy asks its replicas the same, so a machine without a ready one gets no request.
        name: 'readiness'
        properties: {
          protocol: encrypted ? 'Https' : 'Http'
          port: publishedPort
          requestPath: '/readyz'
          intervalInSeconds: 5
          numberOfProbes: 2
          probeThreshold: 2
        }
      }
    ]
    loadBalancingRules: [
      {
        name: 'users'
        properties: {
          protocol: 'Tcp'
          frontendPort: publicPort
          backendPort: publishedPort
          frontendIPConfiguration: { id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', name, 'users') }
          backendAddressPool: { id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', name, 'machines') }
          probe: { id: resourceId('Microsoft.Network/loadBalancers/probes', name, 'readiness') }
          idleTimeoutInMinutes: 4
          enableTcpReset: true
          disableOutboundSnat: true
        }
      }
    ]
  }

  resource pool 'backendAddressPools' existing = { name: 'machines' }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: balancer
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource addressDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: address
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output id string = balancer.id
output poolId string = balancer::pool.id
output address string = address.properties.ipAddress
output name string = address.properties.dnsSettings.fqdn
