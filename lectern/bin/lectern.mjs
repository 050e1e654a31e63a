#!/usr/bin/env node
// Node reads no TypeScript inside node_modules: tsx does it for this process.
import { register } from 'tsx/esm/api'

register()
await import('../cli/main.ts')
