import { IconSun } from '@tabler/icons-react'
import { presse } from '../../../shared/domain/aujourdhui/aujourdhui'
import { lireAujourdhui } from '../../../shared/domain/aujourdhui/aujourdhui.contract'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { screen } from '../../ui/router'
import { AujourdhuiPage } from './aujourdhui-page'

/** Late or due this week; nothing rather than 0. */
function useCount(): number | undefined {
  const anneeId = useAnneeId()
  const { data } = useOperation(lireAujourdhui, { anneeId }, { enabled: anneeId !== '' })
  return data?.echeances.filter(presse).length || undefined
}

export const aujourdhuiScreens = [
  screen(paths.aujourdhui, {
    title: 'Aujourd’hui',
    nav: { icon: IconSun, useCount },
    render: () => <AujourdhuiPage />,
  }),
]
