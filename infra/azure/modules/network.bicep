@description('What the names of the resources begin with.')
param prefix string
param location string
param tags object

@description('From where machines are administered over SSH: one range, never the internet.')
param operatorAddressRange string

@description('The port that the proxy on each machine publishes.')
param publishedPort int
param workspaceId string

var machinesRange = '10.40.0.0/24'
var databaseRange = '10.40.1.0/28'

resource machinesGroup 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: '${prefix}-machines-nsg'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'users-to-proxy'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: machinesRange
          destinationPortRange: string(publishedPort)
        }
      }
      {
        name: 'balancer-probe'
        properties: {
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'AzureLoadBalancer'
          sourcePortRange: '*'
          destinationAddressPrefix: machinesRange
          destinationPortRange: string(publishedPort)
        }
      }
      {
        name: 'operators-to-ssh'
        properties: {
          priority: 120
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: operatorAddressRange
          sourcePortRange: '*'
          destinationAddressPrefix: machinesRange
          destinationPortRange: '22'
        }
      }
      {
        // Management, gossip and the overlay of the Swarm, between its machines alone.
        name: 'swarm-tcp'
        properties: {
          priority: 130
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: machinesRange
          sourcePortRange: '*'
          destinationAddressPrefix: machinesRange
          destinationPortRanges: ['2377', '7946']
        }
      }
      {
        name: 'swarm-udp'
        properties: {
          priority: 140
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Udp'
          sourceAddressPrefix: machinesRange
          sourcePortRange: '*'
          destinationAddressPrefix: machinesRange
          destinationPortRanges: ['4789', '7946']
        }
      }
      {
        name: 'nothing-else'
        properties: {
          priority: 4096
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource databaseGroup 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: '${prefix}-database-nsg'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'machines-to-database'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          // The second machine of the server, where it has one, is a neighbour.
          sourceAddressPrefixes: [machinesRange, databaseRange]
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '5432'
        }
      }
      {
        name: 'nothing-else-of-the-network'
        properties: {
          priority: 4096
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource endpointsGroup 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: '${prefix}-endpoints-nsg'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'machines-and-operators-to-vault'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefixes: [machinesRange, operatorAddressRange]
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'nothing-else-of-the-network'
        properties: {
          priority: 4096
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

// The machines have no public address; packages and images are fetched through this one.
resource outbound 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: '${prefix}-outbound-ip'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource gateway 'Microsoft.Network/natGateways@2024-05-01' = {
  name: '${prefix}-nat'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: outbound.id }] }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${prefix}-vnet'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [
      {
        name: 'machines'
        properties: {
          addressPrefix: machinesRange
          networkSecurityGroup: { id: machinesGroup.id }
          natGateway: { id: gateway.id }
          defaultOutboundAccess: false
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: databaseRange
          networkSecurityGroup: { id: databaseGroup.id }
          delegations: [
            {
              name: 'flexible-server'
              properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.40.2.0/28'
          networkSecurityGroup: { id: endpointsGroup.id }
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource machines 'subnets' existing = { name: 'machines' }
  resource database 'subnets' existing = { name: 'database' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

resource groupDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: machinesGroup
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource databaseGroupDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: databaseGroup
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource endpointsGroupDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: endpointsGroup
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource networkDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: network
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource outboundDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: outbound
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output networkId string = network.id
output machinesSubnetId string = network::machines.id
output databaseSubnetId string = network::database.id
output endpointsSubnetId string = network::endpoints.id
