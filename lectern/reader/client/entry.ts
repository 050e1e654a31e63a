import { startReader } from './main'

startReader()
