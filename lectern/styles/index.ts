import './shell.css'
import './print.css'
import './reading.css'
